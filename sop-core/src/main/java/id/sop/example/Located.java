package id.sop.example;

import id.sop.problem.Place;

/**
 * A value and where its author wrote it, so that a mismatch can be shown there.
 *
 * @param value the value
 * @param place its place
 */
public record Located<T>(T value, Place place) {
  /** The bare value. */
  @Override
  public String toString() {
    return value.toString();
  }
}
