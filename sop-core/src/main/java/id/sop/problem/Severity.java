package id.sop.problem;

import java.util.Locale;

/** How much a problem weighs. */
public enum Severity {
  /** Nothing is loaded, routed or stored until it is mended. */
  ERROR,
  /** It works, but somebody should look. */
  WARNING,
  /** Worth knowing; nothing to mend. */
  INFO;

  /** The lower-case name used in machine-readable output. */
  public String tag() {
    return name().toLowerCase(Locale.ROOT);
  }
}
