/** How fast is a decision, and how fast does a program start, beside what else one could do? */
@NullMarked
package id.sop.benchmarks;

import org.jspecify.annotations.NullMarked;
