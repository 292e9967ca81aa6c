/** Which cells does a spreadsheet hold, be it CSV or XLSX, and where does each of them stand? */
@NullMarked
package id.sop.rules.sheet;

import org.jspecify.annotations.NullMarked;
