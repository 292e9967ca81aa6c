/**
 * What happened? The events of a case in order, each chained to the one before it, so that a change
 * of the record shows.
 */
@NullMarked
package id.sop.journal;

import org.jspecify.annotations.NullMarked;
