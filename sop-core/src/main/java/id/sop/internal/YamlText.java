package id.sop.internal;

import id.sop.problem.Place;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A scalar, as the text that the author wrote: an id written {@code 1} is the text "1".
 *
 * @param value the text
 * @param place where it begins, at its quote if it is quoted
 * @param offset columns between {@code place} and the first character of {@code value}; empty when
 *     the text is not written character by character on one line
 * @param plain whether it is written without quotes
 */
public record YamlText(String value, Place place, OptionalInt offset, boolean plain)
    implements YamlNode {
  private static final Set<String> NOTHING = Set.of("", "~", "null", "Null", "NULL");

  /** The place of the character at {@code index} of the text, as near as it is known. */
  public Place at(int index) {
    if (offset.isEmpty()) {
      return place;
    }
    int characters = value.codePointCount(0, Math.min(index, value.length()));
    return new Place(place.file(), place.line(), place.column() + offset.getAsInt() + characters);
  }

  /** Whether nothing is written here: {@code nomor:}, {@code nomor: ~} or {@code nomor: null}. */
  public boolean isNothing() {
    return plain && NOTHING.contains(value);
  }

  /** The bare text. */
  @Override
  public String toString() {
    return value;
  }
}
