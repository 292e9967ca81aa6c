package id.sop.definition;

import com.google.common.collect.ImmutableMap;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The identity block. What the paper leaves blank or illegible is empty here, with the raw text in
 * {@code tercetak}; nothing is guessed.
 *
 * @param instansi the agency
 * @param unit the unit that made the SOP
 * @param nama the title
 * @param nomor the registered number
 * @param tanggalPembuatan the day its making was finished
 * @param tanggalRevisi the day it was revised, or is due for review: both readings occur
 * @param tanggalEfektif the day it takes force
 * @param disahkanOleh the position that signed; never a person's name
 * @param dasarHukum the legal basis
 * @param kualifikasiPelaksana what its performers must know
 * @param keterkaitan other SOPs that it needs or affects
 * @param peralatan equipment
 * @param peringatan what happens if it is not followed
 * @param pencatatan records to be kept
 * @param tercetak by field, the text as it stands on paper where it was unclear
 */
public record Identitas(
    String instansi,
    String unit,
    String nama,
    Optional<String> nomor,
    Optional<LocalDate> tanggalPembuatan,
    Optional<LocalDate> tanggalRevisi,
    Optional<LocalDate> tanggalEfektif,
    Optional<String> disahkanOleh,
    List<String> dasarHukum,
    List<String> kualifikasiPelaksana,
    List<String> keterkaitan,
    List<String> peralatan,
    List<String> peringatan,
    List<String> pencatatan,
    Map<String, String> tercetak) {
  public Identitas {
    dasarHukum = List.copyOf(dasarHukum);
    kualifikasiPelaksana = List.copyOf(kualifikasiPelaksana);
    keterkaitan = List.copyOf(keterkaitan);
    peralatan = List.copyOf(peralatan);
    peringatan = List.copyOf(peringatan);
    pencatatan = List.copyOf(pencatatan);
    tercetak = ImmutableMap.copyOf(tercetak);
  }
}
