/**
 * Who is next? The question that a completed row raises, the answers that rules can give, and the
 * table in which all of them are kept. This is a port: which engine finds the answers is not said
 * here.
 */
@NullMarked
package id.sop.routing;

import org.jspecify.annotations.NullMarked;
