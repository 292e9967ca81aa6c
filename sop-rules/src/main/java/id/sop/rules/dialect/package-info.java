/**
 * What may stand in a rule file? The gate that reads {@code rute.drl} by an allow list and hands on
 * only what it understood: rules as values, and every refusal with its place.
 */
@NullMarked
package id.sop.rules.dialect;

import org.jspecify.annotations.NullMarked;
