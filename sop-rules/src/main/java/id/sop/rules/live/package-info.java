/**
 * What does Drools say? The rules in canonical form, compiled, and asked one question at a time.
 */
@NullMarked
package id.sop.rules.live;

import org.jspecify.annotations.NullMarked;
