package id.sop.definition;

import id.sop.worktime.Waktu;
import java.util.List;

/**
 * The quality standard of a row (PermenPAN-RB 35/2012).
 *
 * @param kelengkapan what must be there before the row is done
 * @param waktu the time allowed
 * @param output what comes out
 */
public record MutuBaku(List<String> kelengkapan, Waktu waktu, List<String> output) {
  public MutuBaku {
    kelengkapan = List.copyOf(kelengkapan);
    output = List.copyOf(output);
  }
}
