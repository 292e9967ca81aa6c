/** What does a step cost in Camunda 7? */
@NullMarked
package id.sop.benchmarks.camunda;

import org.jspecify.annotations.NullMarked;
