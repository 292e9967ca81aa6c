package id.sop.journal;

/**
 * Events as JSON, the form in which they are stored and hashed. Equal events give equal text, on
 * every machine: one object without white space, its fields in a fixed order, absent ones left out,
 * the facts of a case by name, times in UTC as ISO 8601.
 *
 * <p>Each text carries the kind of its event and the version of its form ({@code "v":1}). A text
 * once stored stays as it is: a later form gets a new number, and the old ones are read for ever.
 */
public final class EventCodec {
  /** The form that is written now. */
  static final long FORM = 1;

  private EventCodec() {}

  /**
   * The text of {@code event}.
   *
   * @throws JournalException when a text in it holds half a surrogate pair, or a time lies outside
   *     the years 0 to 9999
   */
  public static String encode(CaseEvent event) {
    return EventWriter.write(event);
  }

  /**
   * The event that {@code text} tells of. Nothing is guessed: another kind or form, a field too
   * many, too few or of another type, or anything but strict JSON is refused.
   *
   * @param caseId the case, for the message
   * @param seq the number of the entry, for the message
   * @throws JournalException naming case, entry and field
   */
  public static CaseEvent decode(CaseId caseId, long seq, String text) {
    return decode(caseId.value(), seq, text);
  }

  static CaseEvent decode(String caseId, long seq, String text) {
    Origin origin = new Origin(caseId, seq);
    return EventReader.read(origin, StrictJson.parse(origin, text));
  }

  /** Where a text was found; knows how to refuse it. */
  record Origin(String caseId, long seq) {
    JournalException refuse(JournalCode code, String... facts) {
      return new JournalException(code, with(facts));
    }

    JournalException refuse(JournalCode code, Throwable cause, String... facts) {
      return new JournalException(code, cause, with(facts));
    }

    private String[] with(String... facts) {
      String[] all = new String[facts.length + 2];
      all[0] = caseId;
      all[1] = Long.toString(seq);
      System.arraycopy(facts, 0, all, 2, facts.length);
      return all;
    }
  }
}
