/**
 * Was the SOP followed? The verdicts on a case, row by row and criterion by criterion, with their
 * evidence.
 */
@NullMarked
package id.sop.audit;

import org.jspecify.annotations.NullMarked;
