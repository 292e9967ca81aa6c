package id.sop.record;

import id.sop.internal.YamlFile;
import id.sop.internal.YamlMap;
import id.sop.internal.YamlText;
import id.sop.journal.CaseId;
import id.sop.problem.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Legal holds in a YAML file, for an office that has no register of its own:
 *
 * <pre>{@code
 * penahanan:
 *   - berkas: KONS-2019-007
 *     dasar: R-12/INSP/2025
 *     oleh: INSPEKTORAT
 *     sejak: 2025-03-10
 * }</pre>
 */
public final class HoldFile {
  private static final String PENAHANAN = "penahanan";
  private static final List<String> KEYS = List.of("berkas", "dasar", "oleh", "sejak");
  private static final int MOST = 10_000;

  private final Problems problems = new Problems();
  private final Map<CaseId, Integer> lines = new HashMap<>();

  private HoldFile() {}

  /**
   * The holds of {@code file}, in its order.
   *
   * @throws UnreadableHoldsException when anything in it is not as it should be: a hold that nobody
   *     can read would be none
   * @throws RecordException when the file cannot be read
   */
  public static List<Hold> read(Path file) {
    try {
      return new HoldFile().read(file.toString(), Files.readAllBytes(file));
    } catch (IOException e) {
      throw new RecordException(RecordCode.FILE_UNREADABLE, e, file.toString());
    }
  }

  private List<Hold> read(String name, byte[] bytes) {
    List<Hold> holds = new ArrayList<>();
    Optional<YamlMap> root = YamlFile.read(name, bytes, problems);
    if (root.isPresent()) {
      root.get().allow(List.of(PENAHANAN));
      if (!root.get().isEmptyList(PENAHANAN)) {
        root.get().require(PENAHANAN);
      }
      for (YamlMap map : root.get().maps(PENAHANAN, MOST)) {
        hold(map).ifPresent(holds::add);
      }
    }
    if (problems.hasErrors()) {
      throw new UnreadableHoldsException(name, problems.sorted());
    }
    return List.copyOf(holds);
  }

  private Optional<Hold> hold(YamlMap map) {
    map.allow(KEYS);
    Optional<CaseId> berkas = map.requiredText("berkas").flatMap(this::caseId);
    Optional<YamlText> dasar = map.requiredText("dasar");
    Optional<YamlText> oleh = map.requiredText("oleh");
    map.require("sejak");
    Optional<LocalDate> sejak = map.date("sejak");
    return berkas.isEmpty() || dasar.isEmpty() || oleh.isEmpty() || sejak.isEmpty()
        ? Optional.empty()
        : Optional.of(new Hold(berkas.get(), dasar.get().value(), oleh.get().value(), sejak.get()));
  }

  private Optional<CaseId> caseId(YamlText text) {
    if (!CaseId.isValid(text.value())) {
      problems.add(text.place(), RecordCode.HOLD_CASE_ID, text.value());
      return Optional.empty();
    }
    CaseId caseId = CaseId.of(text.value());
    @Nullable Integer before = lines.putIfAbsent(caseId, text.place().line());
    if (before != null) {
      problems.add(text.place(), RecordCode.HOLD_TWICE, text.value(), before.toString());
    }
    return Optional.of(caseId);
  }
}
