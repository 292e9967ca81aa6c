/**
 * What may stand in a rule file? The gate that reads {@code rute.drl} by an allow list and hands on
 * only what it understood: rules as values, and every refusal with its place.
 *
 * <p>A fact of the case that is not yet known passes no comparison: neither {@code Data( lokasi ==
 * "X" )} nor {@code Data( lokasi != "X" )} holds. {@code not Data( lokasi == "X" )} does.
 */
@NullMarked
package id.sop.rules.dialect;

import org.jspecify.annotations.NullMarked;
