/**
 * May this person do this now? Positions, the roles that may stand in for others, and the ground on
 * which an act is allowed.
 */
@NullMarked
package id.sop.authority;

import org.jspecify.annotations.NullMarked;
