/**
 * What several packages of this jar share and no other jar touches: reading located YAML, small
 * forms.
 */
@NullMarked
package id.sop.internal;

import org.jspecify.annotations.NullMarked;
