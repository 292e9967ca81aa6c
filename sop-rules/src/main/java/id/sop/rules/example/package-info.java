/** Do the examples of a bundle hold? Plays {@code uji.yaml} on the real machine. */
@NullMarked
package id.sop.rules.example;

import org.jspecify.annotations.NullMarked;
