package id.sop.definition;

import com.google.common.collect.ImmutableMap;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One procedure of one office, in one version: what {@code sop.yaml} says. Which row follows which
 * is not here; that is the rules' word.
 *
 * @param id its id
 * @param versi its version, as its owner counts
 * @param zona the time zone of the unit that carries it out
 * @param identitas the identity block
 * @param pelaksana the roles, in column order
 * @param data the facts that rules may decide on
 * @param langkah the rows, in printed order
 * @param asumsi where the paper is unclear
 */
public record Sop(
    SopId id,
    String versi,
    ZoneId zona,
    Identitas identitas,
    Map<PelaksanaCode, Pelaksana> pelaksana,
    Map<String, DataField> data,
    Map<StepId, Step> langkah,
    List<Asumsi> asumsi) {
  public Sop {
    pelaksana = ImmutableMap.copyOf(pelaksana);
    data = ImmutableMap.copyOf(data);
    langkah = ImmutableMap.copyOf(langkah);
    asumsi = List.copyOf(asumsi);
  }

  /** An SOP whose parts are given as lists; their keys must be unique. */
  public static Sop of(
      SopId id,
      String versi,
      ZoneId zona,
      Identitas identitas,
      List<Pelaksana> pelaksana,
      List<DataField> data,
      List<Step> langkah,
      List<Asumsi> asumsi) {
    ImmutableMap.Builder<PelaksanaCode, Pelaksana> roles = ImmutableMap.builder();
    for (Pelaksana role : pelaksana) {
      roles.put(role.code(), role);
    }
    ImmutableMap.Builder<String, DataField> fields = ImmutableMap.builder();
    for (DataField field : data) {
      fields.put(field.nama(), field);
    }
    ImmutableMap.Builder<StepId, Step> rows = ImmutableMap.builder();
    for (Step row : langkah) {
      rows.put(row.id(), row);
    }
    return new Sop(
        id,
        versi,
        zona,
        identitas,
        roles.buildOrThrow(),
        fields.buildOrThrow(),
        rows.buildOrThrow(),
        asumsi);
  }

  /** The row {@code id}, if there is one. */
  public Optional<Step> step(StepId id) {
    return Optional.ofNullable(langkah.get(id));
  }

  /**
   * Whether a holder of {@code held} may act as {@code asked}: they are the same, or {@code asked}
   * is a group that {@code held} belongs to, itself or through a group within it.
   */
  public boolean mayActAs(PelaksanaCode held, PelaksanaCode asked) {
    Set<PelaksanaCode> seen = new HashSet<>();
    Deque<PelaksanaCode> next = new ArrayDeque<>(List.of(asked));
    while (!next.isEmpty()) {
      PelaksanaCode code = next.remove();
      if (code.equals(held)) {
        return true;
      }
      Pelaksana role = pelaksana.get(code);
      if (role != null && seen.add(code)) {
        next.addAll(role.anggota());
      }
    }
    return false;
  }

  /**
   * Whether an arrow from {@code from} to {@code to} points up the page, or at the row itself: what
   * is printed further down is the way forward, however often the case has been there.
   */
  public boolean pointsBack(StepId from, StepId to) {
    List<StepId> printed = langkah.keySet().stream().toList();
    return printed.indexOf(to) <= printed.indexOf(from);
  }

  /** The assumptions on which {@code bidang} of the row {@code step} rests. */
  public List<Asumsi> asumsi(StepId step, Asumsi.Bidang bidang) {
    return asumsi.stream()
        .filter(a -> a.baris().contains(step) && a.bidang().contains(bidang))
        .toList();
  }
}
