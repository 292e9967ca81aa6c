package id.sop.routing;

import id.sop.definition.Sop;

/**
 * An SOP that can be carried out: the document, its arrows, and what they were read from.
 *
 * @param sop the document
 * @param router its arrows
 * @param digest SHA-256, in hexadecimal, over the files of the bundle; a case is pinned to it
 */
public record Procedure(Sop sop, Router router, String digest) {}
