/**
 * What does a step cost, beside hand-written JDBC and the process engines that do the same work?
 */
@NullMarked
package id.sop.benchmarks.cost;

import org.jspecify.annotations.NullMarked;
