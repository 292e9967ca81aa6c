/**
 * Does the SOP do what its author thinks? Examples as values, and {@code uji.yaml} as their file
 * form: a path of steps and decisions, and where the case must stand, with whom, due when.
 */
@NullMarked
package id.sop.example;

import org.jspecify.annotations.NullMarked;
