/**
 * Does this SOP do what the office signed? Examples and scenarios of a bundle as JUnit 5 tests, and
 * how much of its rules they prove.
 */
@NullMarked
package id.sop.testkit;

import org.jspecify.annotations.NullMarked;
