/**
 * What can a rule look at, and what can it say? The vocabulary of {@code rute.drl}: {@code import
 * id.sop.rules.fact.*} brings these words into a rule file. The fact {@code Data} is not here: each
 * bundle has its own, with the fields that its {@code sop.yaml} declares.
 */
@NullMarked
package id.sop.rules.fact;

import org.jspecify.annotations.NullMarked;
