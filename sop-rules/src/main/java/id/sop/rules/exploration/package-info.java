/**
 * What can come up in an SOP, and do its rules answer all of it? Every question asked once, the
 * answers kept as a table, and whatever is wrong with the graph found before the first case.
 */
@NullMarked
package id.sop.rules.exploration;

import org.jspecify.annotations.NullMarked;
