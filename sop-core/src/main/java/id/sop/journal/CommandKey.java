package id.sop.journal;

import static com.google.common.base.Preconditions.checkArgument;

/** Chosen by the host so that a repeated command is recognised; unique within a case. */
public record CommandKey(String value) {
  public CommandKey {
    checkArgument(!value.isBlank() && value.length() <= 100, "a key has 1 to 100 characters");
  }

  public static CommandKey of(String value) {
    return new CommandKey(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
