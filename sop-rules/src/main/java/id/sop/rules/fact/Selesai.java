package id.sop.rules.fact;

import org.jspecify.annotations.Nullable;

/**
 * A row has just been completed: {@code Selesai( langkah == "3", keputusan == "TIDAK" )}.
 *
 * @param langkah the row
 * @param keputusan the label of its decision; null when it decides nothing
 * @param oleh the role that completed it
 * @param kunjungan how many times it has now been completed, from 1
 */
public record Selesai(String langkah, @Nullable String keputusan, String oleh, long kunjungan) {}
