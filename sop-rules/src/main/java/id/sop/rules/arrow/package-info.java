/**
 * Which arrows does a decision table draw? One row of {@code rute.csv} or {@code rute.xlsx} is one
 * rule; what was understood goes through the same gate as {@code rute.drl}.
 */
@NullMarked
package id.sop.rules.arrow;

import org.jspecify.annotations.NullMarked;
