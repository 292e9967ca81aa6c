package id.sop.rules.fact;

/** The case begins: {@code Mulai()}. */
public record Mulai() {}
