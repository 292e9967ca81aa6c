/**
 * Where are the cases? The port through which journals are kept and found, and its in-memory form.
 */
@NullMarked
package id.sop.store;

import org.jspecify.annotations.NullMarked;
