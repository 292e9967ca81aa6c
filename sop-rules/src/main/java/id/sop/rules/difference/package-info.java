/**
 * What does a new version of an SOP do otherwise than the old one, and which running cases does it
 * touch?
 */
@NullMarked
package id.sop.rules.difference;

import org.jspecify.annotations.NullMarked;
