package id.sop.testkit;

import id.sop.definition.DataValue;
import id.sop.definition.PelaksanaCode;
import id.sop.definition.StepId;
import id.sop.example.ExampleStep;
import id.sop.example.Located;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How something is done, as far as a sentence says; what it leaves out is filled in. */
final class Cara {
  final Map<String, Located<DataValue>> data = new LinkedHashMap<>();
  Optional<Located<PelaksanaCode>> oleh = Optional.empty();
  Optional<Located<PelaksanaCode>> kepada = Optional.empty();
  Optional<Located<StepId>> baris = Optional.empty();
  Optional<Located<String>> keputusan = Optional.empty();
  Optional<String> alasan = Optional.empty();
  Optional<String> dasar = Optional.empty();
  Optional<List<String>> kelengkapan = Optional.empty();
  Optional<List<String>> output = Optional.empty();
  Optional<List<Located<PelaksanaCode>>> peserta = Optional.empty();
  Optional<ExampleStep.Schedule> jadwal = Optional.empty();
  List<String> dokumen = List.of();
  boolean diulang;
}
