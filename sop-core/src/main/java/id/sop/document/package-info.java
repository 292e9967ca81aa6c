/**
 * How does an SOP look on paper? The flowchart that its rules really make, drawn in the form of
 * PermenPAN-RB 35/2012 from the explored table, as SVG and as Mermaid.
 */
@NullMarked
package id.sop.document;

import org.jspecify.annotations.NullMarked;
