package id.sop.journal;

/** An entry that does not follow the one before it. */
public record ChainFault(long seq) {}
