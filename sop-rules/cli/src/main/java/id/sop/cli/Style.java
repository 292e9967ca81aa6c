package id.sop.cli;

import picocli.CommandLine.Help.Ansi;

/** Bold, colours and faint text where the terminal shows them, plain text elsewhere. */
record Style(boolean on) {
  /** As the terminal and {@code NO_COLOR} say. */
  static Style automatic() {
    return new Style(Ansi.AUTO.enabled());
  }

  String bold(String text) {
    return wrap("1", text);
  }

  String faint(String text) {
    return wrap("2", text);
  }

  String good(String text) {
    return wrap("32", text);
  }

  String bad(String text) {
    return wrap("31", text);
  }

  String unsure(String text) {
    return wrap("33", text);
  }

  private String wrap(String code, String text) {
    return on ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
