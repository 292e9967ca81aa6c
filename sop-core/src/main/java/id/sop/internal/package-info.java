/** What two packages of this jar share and no other jar touches. */
@NullMarked
package id.sop.internal;

import org.jspecify.annotations.NullMarked;
