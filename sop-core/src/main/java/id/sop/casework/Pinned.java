package id.sop.casework;

import id.sop.definition.SopId;

/**
 * What a case is pinned to.
 *
 * @param sop the SOP
 * @param versi its version
 * @param digest the digest of its bundle
 */
public record Pinned(SopId sop, String versi, String digest) {}
