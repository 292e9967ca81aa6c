package id.sop.rules.fact;

/**
 * Another row is open: {@code Terbuka( langkah == "4" )}; {@code not Terbuka()} says that this was
 * the last one.
 *
 * @param langkah the open row; never the one just completed
 */
public record Terbuka(String langkah) {}
