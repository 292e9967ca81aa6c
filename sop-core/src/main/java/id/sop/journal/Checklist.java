package id.sop.journal;

import com.google.common.collect.ImmutableMap;
import id.sop.definition.Butir;
import id.sop.definition.DataValue;
import id.sop.definition.Sop;
import id.sop.definition.Syarat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What one visit of a row is asked for, by what is known of the case.
 *
 * @param asked what must be there
 * @param bebas what may be left out: "jika dibutuhkan"
 * @param undecided what cannot be said of yet, with the facts that it waits for
 */
public record Checklist(List<Butir> asked, List<Butir> bebas, Map<String, List<String>> undecided) {

  /**
   * The checklist {@code items} with {@code facts}.
   *
   * @param butir those of the items of which more is said than their names
   */
  public static Checklist of(
      List<String> items, List<Butir> butir, Map<String, DataValue> facts, Sop sop) {
    List<Butir> asked = new ArrayList<>();
    List<Butir> free = new ArrayList<>();
    Map<String, List<String>> undecided = new TreeMap<>();
    for (String item : items) {
      Butir entry = named(item, butir);
      List<String> waitsFor = new ArrayList<>();
      boolean never = false;
      for (Syarat syarat : entry.bila()) {
        Optional<Boolean> holds = syarat.berlaku(facts, sop);
        if (holds.isEmpty()) {
          waitsFor.add(syarat.data());
        }
        never |= holds.filter(h -> !h).isPresent();
      }
      if (never) {
        continue;
      }
      if (entry.jikaDibutuhkan()) {
        free.add(entry);
      } else if (waitsFor.isEmpty()) {
        asked.add(entry);
      } else {
        undecided.put(item, List.copyOf(new TreeSet<>(waitsFor)));
      }
    }
    return new Checklist(List.copyOf(asked), List.copyOf(free), ImmutableMap.copyOf(undecided));
  }

  private static Butir named(String item, List<Butir> butir) {
    for (Butir each : butir) {
      if (each.nama().equals(item)) {
        return each;
      }
    }
    return new Butir(item, List.of(), false, false, Set.of());
  }

  /** What must be there and is not among {@code documents}. */
  public List<String> missing(List<Document> documents) {
    return asked.stream()
        .filter(entry -> documents.stream().noneMatch(d -> isFor(d, entry)))
        .map(Butir::nama)
        .toList();
  }

  /** What may be left out and is not among {@code documents}. */
  public List<String> leftOut(List<Document> documents) {
    return bebas.stream()
        .filter(entry -> documents.stream().noneMatch(d -> isFor(d, entry)))
        .map(Butir::nama)
        .toList();
  }

  /** What is there, but of which a part of the reference is not known; with that part. */
  public List<String> unreferenced(List<Document> documents) {
    List<String> unreferenced = new ArrayList<>();
    List<Butir> all = new ArrayList<>(asked);
    all.addAll(bebas);
    for (Butir entry : all) {
      List<Document> given = documents.stream().filter(d -> isFor(d, entry)).toList();
      boolean known = given.isEmpty() || given.stream().anyMatch(d -> unknown(d, entry).isEmpty());
      if (!known) {
        unreferenced.add(
            entry.nama()
                + ": "
                + unknown(given.get(0), entry).stream()
                    .map(Butir.Rujukan::teks)
                    .collect(Collectors.joining(", ")));
      }
    }
    return List.copyOf(unreferenced);
  }

  /** The names of what must be there. */
  public List<String> names() {
    return asked.stream().map(Butir::nama).toList();
  }

  private static boolean isFor(Document document, Butir entry) {
    return document.covers(entry.nama()) && !(entry.tertulis() && document.lisan());
  }

  private static List<Butir.Rujukan> unknown(Document document, Butir entry) {
    return entry.rujukan().stream()
        .filter(
            part ->
                switch (part) {
                  case NOMOR -> document.nomor().isEmpty();
                  case TANGGAL -> document.tanggal().isEmpty();
                  case SIDIK -> document.sha256().isEmpty();
                })
        .toList();
  }
}
