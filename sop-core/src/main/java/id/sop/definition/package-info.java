/**
 * What does the signed SOP say? The document as values, {@code sop.yaml} as its file form, and
 * every way in which that file can be wrong.
 */
@NullMarked
package id.sop.definition;

import org.jspecify.annotations.NullMarked;
