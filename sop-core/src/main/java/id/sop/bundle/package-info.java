/** Which files make up one SOP, and which version of them is this? */
@NullMarked
package id.sop.bundle;

import org.jspecify.annotations.NullMarked;
