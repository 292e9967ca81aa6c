package id.sop.timers;

/**
 * What one sweep did.
 *
 * @param told rungs told and marked
 * @param failed rungs whose listener failed, and rows that could not be looked at
 */
public record Sweep(int told, int failed) {}
