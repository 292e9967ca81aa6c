package id.sop.journal;

import id.sop.problem.Code;
import id.sop.problem.Language;
import id.sop.problem.Texts;
import java.util.List;

/**
 * One thing that is wrong with a record.
 *
 * @param caseId the case
 * @param seq the number of the entry that it is about
 * @param kind what is wrong
 * @param expected what should be there: a digest or the number of an entry
 * @param found what is there
 */
public record ChainFault(CaseId caseId, long seq, Kind kind, String expected, String found) {

  /** What can be wrong. */
  public enum Kind {
    /** Its words or times were changed: its digest is not over what it says. */
    EDITED(JournalCode.EDITED),
    /** It is genuine, but was recorded under another number. */
    MOVED(JournalCode.MOVED),
    /** It was put in: the entry after it follows the one before it. */
    INSERTED(JournalCode.INSERTED),
    /** It was taken out from among others. */
    MISSING(JournalCode.MISSING),
    /** It and all after it were taken off the end. */
    CUT(JournalCode.CUT),
    /** It is sound in itself, but another stood here when the next, or a witness, followed it. */
    REPLACED(JournalCode.REPLACED),
    /** Nobody changed it since it was hashed, but it is no event. */
    UNREADABLE(JournalCode.UNREADABLE),
    /** The store does not know the case that the entries belong to. */
    HEAD_MISSING(JournalCode.HEAD_MISSING),
    /** It says that it was recorded before a time at which it was not there. */
    BACKDATED(JournalCode.BACKDATED);

    private final JournalCode code;

    Kind(JournalCode code) {
      this.code = code;
    }

    /** The code of its texts. */
    public Code code() {
      return code;
    }
  }

  /** What is wrong, in one sentence. */
  public String text(Language language) {
    return Texts.text(kind.code(), language, facts());
  }

  /** What to do about it, in one sentence. */
  public String hint(Language language) {
    return Texts.hint(kind.code(), language, facts());
  }

  private List<String> facts() {
    return List.of(caseId.value(), Long.toString(seq), expected, found);
  }

  @Override
  public String toString() {
    return kind.code().id() + " " + text(Language.ID);
  }
}
