package id.sop.rules.fact;

/**
 * A row has been completed at least once, the one just completed included: {@code Pernah( langkah
 * == "4" )}.
 *
 * @param langkah the row
 */
public record Pernah(String langkah) {}
