/**
 * How does an office begin from the table that it has? A first bundle is written from the official
 * form, and what the form does not say becomes a question to its owner, never an answer.
 */
@NullMarked
package id.sop.rules.draft;

import org.jspecify.annotations.NullMarked;
