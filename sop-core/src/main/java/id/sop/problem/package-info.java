/**
 * What is wrong, where, and what to do about it: codes, places, problems and the texts that a
 * person reads, in Indonesian and in English.
 */
@NullMarked
package id.sop.problem;

import org.jspecify.annotations.NullMarked;
