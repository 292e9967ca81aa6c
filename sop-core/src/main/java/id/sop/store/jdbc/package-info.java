/** How a relational database keeps journals. The only place that knows SQL. */
@NullMarked
package id.sop.store.jdbc;

import org.jspecify.annotations.NullMarked;
