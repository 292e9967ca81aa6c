/**
 * When is it due? Office hours, holidays as dated and cited data, and the arithmetic from a start
 * and a {@code waktu} to the moment after which a row is late.
 */
@NullMarked
package id.sop.worktime;

import org.jspecify.annotations.NullMarked;
