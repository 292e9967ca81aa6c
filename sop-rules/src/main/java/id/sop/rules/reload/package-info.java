/** How does a changed file reach a running application, and what keeps a bad one out? */
@NullMarked
package id.sop.rules.reload;

import org.jspecify.annotations.NullMarked;
