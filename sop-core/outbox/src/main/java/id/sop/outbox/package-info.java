/** Who else wants to know what happened to a case? The journal, sent on as CloudEvents. */
@NullMarked
package id.sop.outbox;

import org.jspecify.annotations.NullMarked;
