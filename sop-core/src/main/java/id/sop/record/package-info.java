/**
 * How does a record leave its store, and how is it proven where the store is not? A record is a
 * file of JSON lines that anybody can read and check again: the journals of cases exactly as they
 * are kept. An {@link id.sop.record.Anchor} says how far all journals went at one time; kept by
 * somebody outside, it shows even a journal that was written anew from its first entry. A {@link
 * id.sop.record.RecordArchive} moves old cases into a record for good.
 */
@NullMarked
package id.sop.record;

import org.jspecify.annotations.NullMarked;
