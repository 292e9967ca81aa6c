/** Who is told of an open row, when it is time? Each rung of each ladder once, on any node. */
@NullMarked
package id.sop.timers;

import org.jspecify.annotations.NullMarked;
