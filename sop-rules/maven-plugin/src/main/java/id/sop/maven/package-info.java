/** Are the SOPs of a project in order, and does its jar carry their tables? */
@NullMarked
package id.sop.maven;

import org.jspecify.annotations.NullMarked;
