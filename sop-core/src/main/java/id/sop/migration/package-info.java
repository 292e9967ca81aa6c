/**
 * How open cases go over to a new version of their SOP: which would, which stay and why, before
 * anything is changed; then each by itself, with nothing of it lost or moved in silence.
 */
@NullMarked
package id.sop.migration;

import org.jspecify.annotations.NullMarked;
