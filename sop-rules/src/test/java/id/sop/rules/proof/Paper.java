package id.sop.rules.proof;

import id.sop.casework.OpenRow;
import id.sop.definition.PelaksanaCode;
import id.sop.definition.Performers.Mode;
import id.sop.definition.Sop;
import id.sop.definition.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Who may do what in an open row, read from the document and not asked of the machine. */
record Paper(Sop sop, Step step, OpenRow row) {
  static final PelaksanaCode STRANGER = PelaksanaCode.of("TUKANG_KEBUN");

  static Paper of(Sop sop, OpenRow row) {
    return new Paper(sop, sop.step(row.step()).orElseThrow(), row);
  }

  Mode mode() {
    return step.pelaksana().mode();
  }

  /** Those who may complete the row, members of groups among them. */
  List<PelaksanaCode> completing() {
    return members(
        switch (mode()) {
          case SALAH_SATU -> row.by();
          case BERSAMA, KOLEGIAL -> row.by().subList(0, 1);
          case BERJENJANG -> row.by().subList(row.by().size() - 1, row.by().size());
          case EKSTERNAL -> withRecipients();
        });
  }

  /** Those who sign before the one who completes the row, and have not. */
  List<PelaksanaCode> signing() {
    return mode() == Mode.BERJENJANG
        ? row.by().subList(0, row.by().size() - 1).stream().filter(r -> !tookPart(r)).toList()
        : List.of();
  }

  /** Those beside the leader of a row done together, who have not recorded that they took part. */
  List<PelaksanaCode> companions() {
    return mode() == Mode.BERSAMA
        ? row.by().subList(1, row.by().size()).stream().filter(r -> !tookPart(r)).toList()
        : List.of();
  }

  /** Those who do something in the row. */
  List<PelaksanaCode> acting() {
    return mode() == Mode.EKSTERNAL ? members(withRecipients()) : members(row.by());
  }

  /** Those whom the row does not name at all. */
  List<PelaksanaCode> strangers() {
    List<PelaksanaCode> named = members(withRecipients());
    return Stream.concat(
            Stream.of(STRANGER), sop.pelaksana().keySet().stream().filter(r -> !named.contains(r)))
        .toList();
  }

  /** Whether the body that acts by meeting has to show its minutes yet. */
  boolean lacksMinutes() {
    return mode() == Mode.KOLEGIAL
        && row.participations().stream().allMatch(p -> p.evidence().isEmpty());
  }

  private boolean tookPart(PelaksanaCode role) {
    return row.participations().stream()
        .anyMatch(p -> members(List.of(role)).contains(p.actor().role()));
  }

  private List<PelaksanaCode> withRecipients() {
    List<PelaksanaCode> all = new ArrayList<>(row.by());
    all.addAll(step.penerima());
    return all;
  }

  /** The roles themselves and who belongs to them; no group of the five holds another. */
  private List<PelaksanaCode> members(List<PelaksanaCode> roles) {
    return roles.stream()
        .flatMap(
            r ->
                Stream.concat(
                    Stream.of(r), sop.pelaksana().get(r).anggota().stream().map(m -> m.kode())))
        .distinct()
        .toList();
  }
}
