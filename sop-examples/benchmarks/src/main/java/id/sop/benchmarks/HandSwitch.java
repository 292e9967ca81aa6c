package id.sop.benchmarks;

import id.sop.definition.DataValue;
import id.sop.routing.RouteQuestion;
import org.jspecify.annotations.Nullable;

/** The arrows of Konsultasi as a programmer would write them by hand. Answers with the next row. */
final class HandSwitch {
  static final String END = "SELESAI";
  static final String NOWHERE = "";

  private HandSwitch() {}

  static String next(RouteQuestion question) {
    if (question.completed().isEmpty()) {
      return "1";
    }
    RouteQuestion.Completed done = question.completed().get();
    return switch (done.step().value()) {
      case "1" -> "2";
      case "2" -> "3";
      case "3" -> done.label().isPresent() ? decided(done.label().get().value()) : NOWHERE;
      case "4" -> "5";
      case "5" -> "6";
      case "6" -> "7";
      case "7" -> "8";
      case "8" -> "9";
      case "9" -> "10";
      case "10" -> travelled(question.data().get("lokasi"));
      case "11", "12" -> "13";
      case "13" -> END;
      default -> NOWHERE;
    };
  }

  private static String decided(String label) {
    return switch (label) {
      case "YA" -> "4";
      case "TIDAK" -> "2";
      default -> NOWHERE;
    };
  }

  private static String travelled(@Nullable DataValue place) {
    if (!(place instanceof DataValue.Pilihan choice)) {
      return NOWHERE;
    }
    return switch (choice.value()) {
      case "DALAM_PROVINSI" -> "11";
      case "LUAR_PROVINSI" -> "12";
      default -> NOWHERE;
    };
  }
}
