package id.sop.journal;

/**
 * How far a journal goes: what is handed to somebody outside, so that even a journal that was
 * rewritten from some entry to its end can be told from the true one.
 *
 * @param seq the number of the last entry
 * @param digest its digest
 */
public record Head(long seq, String digest) {}
