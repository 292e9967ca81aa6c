/** How does a host begin? {@link id.sop.SopEngine}, which joins all the parts. */
@NullMarked
package id.sop;

import org.jspecify.annotations.NullMarked;
