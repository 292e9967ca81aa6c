package id.sop.rules.sheet;

import id.sop.problem.Place;
import id.sop.problem.Problem;
import id.sop.problem.Problems;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/**
 * Reads spreadsheet files. Which kind a file is, its bytes tell: XLSX, or else CSV in UTF-8 with
 * semicolons, commas or tabs.
 */
public final class SheetFile {
  private static final byte[] ZIP = {'P', 'K', 3, 4};
  private static final byte[] COMPOUND = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
  private static final List<Character> SEPARATORS = List.of(';', ',', '\t');

  private SheetFile() {}

  /**
   * What came out.
   *
   * @param sheets the sheets in the order of their tabs; to be used only without errors
   * @param problems what is wrong, in file order
   */
  public record Result(List<Sheet> sheets, List<Problem> problems) {
    public Result {
      sheets = List.copyOf(sheets);
      problems = List.copyOf(problems);
    }

    /** Whether the file cannot be used. */
    public boolean hasErrors() {
      return Problems.hasErrors(problems);
    }
  }

  /**
   * Reads a file. Whatever the bytes are, this does not throw.
   *
   * @param file the file as its problems shall name it; a sheet of an XLSX file is {@code
   *     file#sheet}
   * @param bytes its contents
   * @param fit how well a sheet fits what the caller looks for: of the readings of a CSV file with
   *     different separators the best is taken
   */
  public static Result read(String file, byte[] bytes, ToIntFunction<Sheet> fit) {
    if (startsWith(bytes, ZIP)) {
      return Xlsx.read(file, bytes);
    }
    Problems problems = new Problems();
    if (startsWith(bytes, COMPOUND)) {
      problems.add(Place.startOf(file), SheetCode.OLD_OR_LOCKED);
      return new Result(List.of(), problems.sorted());
    }
    Utf8 utf8 = Utf8.read(bytes);
    if (!utf8.isComplete()) {
      problems.add(new Place(file, utf8.endLine(), utf8.endColumn()), SheetCode.NOT_UTF8);
      return new Result(List.of(), problems.sorted());
    }
    return csv(file, utf8.text(), fit);
  }

  private static Result csv(String file, String text, ToIntFunction<Sheet> fit) {
    Stream<Csv.Result> readings = SEPARATORS.stream().map(s -> Csv.read(file, text, s));
    // Of equals the first: max would take the last.
    Csv.Result best =
        readings
            .sorted(
                Comparator.<Csv.Result>comparingInt(r -> fit.applyAsInt(r.sheet()))
                    .thenComparingInt(r -> columns(r.sheet()))
                    .reversed())
            .findFirst()
            .orElseThrow();
    Problems problems = new Problems();
    problems.addAll(best.problems());
    if (best.sheet().rows().isEmpty()) {
      problems.add(Place.startOf(file), SheetCode.NOTHING_THERE);
    }
    return new Result(List.of(best.sheet()), problems.sorted());
  }

  private static int columns(Sheet sheet) {
    return sheet.rows().stream().mapToInt(r -> sheet.filled(r).size()).max().orElse(0);
  }

  private static boolean startsWith(byte[] bytes, byte[] head) {
    return bytes.length >= head.length
        && java.util.Arrays.equals(bytes, 0, head.length, head, 0, head.length);
  }
}
