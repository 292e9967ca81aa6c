package id.sop.problem;

/**
 * A stable code of a problem or refusal. Implemented by one enum per package; beside each enum lie
 * the files {@code <EnumName>_id.properties} and {@code <EnumName>_en.properties} with a {@code
 * <CONSTANT>.text} and a {@code <CONSTANT>.hint} for each constant ({@link java.text.MessageFormat}
 * patterns over the problem's facts).
 *
 * <p>Codes are never reused: what a code means stays the same in all later versions.
 */
public interface Code {
  /** The printed code, such as {@code SOP-1012}. */
  String id();

  /** How much a problem with this code weighs. */
  Severity severity();

  /** The constant's name, the key of its texts. */
  String name();
}
