/** How do rule files become arrows? Bundles, the gate, Drools, and the exploration into a table. */
@NullMarked
package id.sop.rules;

import org.jspecify.annotations.NullMarked;
