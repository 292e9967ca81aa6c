package id.sop.rules.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The three lines above the rules: each must be there, once, word for word. */
final class Header {
  /** Stands for the package of a bundle whose id is not known. */
  private static final String ANY_PACKAGE = "package sop.instansi.nama";

  private final Refusals refusals;
  private final boolean isPackageKnown;
  private final List<String> lines;
  private final List<String> missing;
  private boolean finished;

  /**
   * @param packageName what stands after {@code package}; empty when that cannot be judged
   */
  Header(Refusals refusals, Optional<String> packageName) {
    this.refusals = refusals;
    this.isPackageKnown = packageName.isPresent();
    this.lines =
        List.of(
            packageName.map(name -> "package " + name).orElse(ANY_PACKAGE),
            "import id.sop.rules.fact.*",
            "global Rute rute");
    this.missing = new ArrayList<>(lines);
  }

  /** Whether a line that is still missing begins at {@code token}. */
  boolean isNextLine(Token token) {
    return !finished
        && token.is(Token.Kind.WORD)
        && missing.stream().anyMatch(line -> keyword(line).equals(token.text()));
  }

  private static String keyword(String line) {
    return line.substring(0, line.indexOf(' '));
  }

  /** Whether {@code said}, the tokens of one line, is a line that was missing; else it is told. */
  boolean takes(List<Token> said) {
    Token first = said.get(0);
    Optional<String> meant = meant(first).filter(line -> said.size() > 1);
    if (said.stream().anyMatch(token -> token.is(Token.Kind.BAD))) {
      meant.ifPresent(missing::remove);
      return false;
    }
    String found = words(said);
    boolean isPackage = meant.equals(Optional.of(lines.get(0)));
    if (meant.isEmpty() || !missing.contains(meant.get())) {
      refuse(first, found);
    } else if (found.equals(meant.get()) || (isPackage && isAnyPackage(found))) {
      missing.remove(meant.get());
      return true;
    } else if (!first.isWord(keyword(meant.get()))) {
      missing.remove(meant.get());
      refusals.tell(first.from(), DialectCode.EXPECTED, meant.get(), first.shown());
    } else if (isPackage) {
      missing.remove(meant.get());
      refusals.tell(
          said.get(1).from(), DialectCode.WRONG_PACKAGE, Token.shortened(found), meant.get());
    } else {
      almost(said, found, meant.get());
    }
    return false;
  }

  private Optional<String> meant(Token first) {
    List<String> keywords = lines.stream().map(Header::keyword).toList();
    return Optional.of(first)
        .filter(f -> f.is(Token.Kind.WORD) || f.is(Token.Kind.BAD))
        .flatMap(f -> Keywords.meant(f.text(), keywords))
        .flatMap(k -> lines.stream().filter(l -> keyword(l).equals(k)).findFirst());
  }

  private boolean isAnyPackage(String found) {
    return !isPackageKnown && found.matches("package sop(\\.[a-z0-9_]+)+");
  }

  /** A line that begins as one of ours: one word of it is misspelt, or it is another one. */
  private void almost(List<Token> said, String found, String meant) {
    if (Keywords.meant(found, List.of(meant)).isEmpty()) {
      refuse(said.get(0), found);
      return;
    }
    missing.remove(meant);
    Token wrong = said.get(said.size() - 1);
    for (int i = said.size(); i > 0; i--) {
      if (!meant.startsWith(words(said.subList(0, i)))) {
        wrong = said.get(i - 1);
      }
    }
    refusals.tell(wrong.from(), DialectCode.EXPECTED, meant, Token.shortened(found));
  }

  private void refuse(Token first, String found) {
    boolean isLine = lines.stream().anyMatch(line -> first.isWord(keyword(line)));
    refusals.tell(
        first.from(), DialectCode.NOT_IN_DIALECT, isLine ? Token.shortened(found) : first.shown());
  }

  /** The words as they stand, apart where they stand apart. */
  private static String words(List<Token> said) {
    StringBuilder words = new StringBuilder();
    int end = said.get(0).from();
    for (Token token : said) {
      words.append(end < token.from() ? " " : "").append(token.text());
      end = token.to();
    }
    return words.toString();
  }

  /** The rules begin, or the file ends, at {@code at}: what is still missing will not come. */
  void finish(Token at) {
    if (!finished) {
      missing.forEach(line -> refusals.tell(at.from(), DialectCode.HEADER_MISSING, line));
      finished = true;
    }
  }
}
