/** The {@code sop} command line. */
@NullMarked
package id.sop.cli;

import org.jspecify.annotations.NullMarked;
