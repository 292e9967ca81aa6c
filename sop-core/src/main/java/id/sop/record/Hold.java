package id.sop.record;

import static com.google.common.base.Preconditions.checkArgument;

import id.sop.internal.Unicode;
import id.sop.journal.CaseId;
import java.time.LocalDate;

/**
 * A legal hold: a case that must not leave its store, however old it is, because somebody inquires
 * into it.
 *
 * @param berkas the case
 * @param dasar the letter that orders it, by its number
 * @param oleh the office that ordered it, never a person
 * @param sejak since which day; told, not counted: whoever is listed is held
 */
public record Hold(CaseId berkas, String dasar, String oleh, LocalDate sejak) {
  public Hold {
    checkArgument(!Unicode.isBlank(dasar), "a hold has a ground: %s", berkas);
    checkArgument(!Unicode.isBlank(oleh), "somebody ordered a hold: %s", berkas);
  }
}
