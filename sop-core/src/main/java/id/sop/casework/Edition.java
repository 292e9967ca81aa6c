package id.sop.casework;

import id.sop.routing.Procedure;
import java.time.LocalDate;

/**
 * A version of an SOP and the day from which cases begin on it.
 *
 * @param procedure the SOP and its arrows
 * @param tanggalEfektif the day it takes force, in the zone of its unit
 */
public record Edition(Procedure procedure, LocalDate tanggalEfektif) {}
