package id.sop.rules.flow;

import java.util.ArrayList;
import java.util.List;

/**
 * Who does a row, and how.
 *
 * @param kuorum how many must have acted in a row done together; 0 when its leader suffices
 * @param penerima who receives what comes out
 */
record Doers(How how, List<String> roles, int kuorum, List<String> penerima) {
  /** The roles of every made-up SOP: three positions, a body that meets, somebody outside. */
  static final List<String> POSITIONS = List.of("STAF", "KASI", "KABAG");

  static final String BODY = "DEWAN";
  static final String OUTSIDER = "WARGA";
  static final List<String> ALL = List.of("STAF", "KASI", "KABAG", BODY, OUTSIDER);

  enum How {
    BY_ONE,
    TOGETHER,
    IN_ORDER,
    BY_MEETING,
    OUTSIDE
  }

  static Doers one(String... roles) {
    return new Doers(How.BY_ONE, List.of(roles), 0, List.of());
  }

  /** Whose word it is that the row is done. */
  List<String> completing() {
    return switch (how) {
      case BY_ONE -> roles;
      case TOGETHER, BY_MEETING -> roles.subList(0, 1);
      case IN_ORDER -> List.of(roles.get(roles.size() - 1));
      case OUTSIDE -> with(roles);
    };
  }

  /** Who does the row or a part of it. */
  List<String> acting() {
    return how == How.OUTSIDE ? completing() : roles;
  }

  /** Who may note that he took part. */
  List<String> attending() {
    return switch (how) {
      case BY_ONE -> penerima;
      case IN_ORDER -> with(roles.subList(0, roles.size() - 1));
      case TOGETHER, BY_MEETING, OUTSIDE -> with(roles);
    };
  }

  private List<String> with(List<String> some) {
    List<String> all = new ArrayList<>(some);
    all.addAll(penerima);
    return all;
  }

  String yaml() {
    String list = roles.toString();
    return switch (how) {
      case BY_ONE -> roles.size() == 1 ? roles.get(0) : "{ salahSatu: " + list + " }";
      case TOGETHER -> "{ bersama: " + list + (kuorum == 0 ? "" : ", kuorum: " + kuorum) + " }";
      case IN_ORDER -> "{ berjenjang: " + list + " }";
      case BY_MEETING, OUTSIDE -> roles.get(0);
    };
  }
}
