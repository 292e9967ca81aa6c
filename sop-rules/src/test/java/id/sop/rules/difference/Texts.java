package id.sop.rules.difference;

import static org.assertj.core.api.Assertions.assertThat;

import id.sop.bundle.SopBundle;
import id.sop.definition.SopId;
import id.sop.routing.Procedure;
import id.sop.rules.SopRules;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The files of a bundle as texts, to be edited.
 *
 * @param sop the document
 * @param rute the rules
 */
record Texts(String sop, String rute) {
  static Texts of(String id) {
    SopBundle bundle = SopBundle.onClassPath(SopId.of(id));
    return new Texts(text(bundle, SopBundle.SOP), text(bundle, SopBundle.RUTE));
  }

  private static String text(SopBundle bundle, String name) {
    return new String(bundle.bytes(name).orElseThrow(), StandardCharsets.UTF_8);
  }

  Texts sop(String from, String to) {
    assertThat(sop).contains(from);
    return new Texts(sop.replace(from, to), rute);
  }

  Texts rute(String from, String to) {
    assertThat(rute).contains(from);
    return new Texts(sop, rute.replace(from, to));
  }

  Texts sop(UnaryOperator<String> edit) {
    return new Texts(edit.apply(sop), rute);
  }

  Texts rute(UnaryOperator<String> edit) {
    return new Texts(sop, edit.apply(rute));
  }

  Procedure load() {
    return SopRules.loadOrThrow(
        SopBundle.of(
            "baru",
            Map.of(
                SopBundle.SOP, sop.getBytes(StandardCharsets.UTF_8),
                SopBundle.RUTE, rute.getBytes(StandardCharsets.UTF_8))));
  }
}
