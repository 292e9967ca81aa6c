/**
 * How much of a rule file do its examples prove? What they pass through, and which slips of an
 * author they would notice.
 */
@NullMarked
package id.sop.rules.coverage;

import org.jspecify.annotations.NullMarked;
