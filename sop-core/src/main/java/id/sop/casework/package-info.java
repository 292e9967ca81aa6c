/**
 * How does a case move? Commands, the pure decision about them, and the state that is the fold of a
 * case's journal.
 */
@NullMarked
package id.sop.casework;

import org.jspecify.annotations.NullMarked;
