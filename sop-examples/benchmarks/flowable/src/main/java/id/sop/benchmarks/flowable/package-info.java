/** What does a step cost in Flowable? */
@NullMarked
package id.sop.benchmarks.flowable;

import org.jspecify.annotations.NullMarked;
