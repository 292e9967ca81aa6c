package id.sop.example;

import com.google.common.collect.ImmutableMap;
import id.sop.definition.DataValue;
import id.sop.definition.PelaksanaCode;
import id.sop.definition.StepId;
import id.sop.problem.Place;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Something that is done in an example. */
public sealed interface ExampleStep {

  /** When. */
  LocalDateTime pada();

  /** Who does it; empty: the performer whose turn it is. */
  Optional<Located<PelaksanaCode>> oleh();

  /** What must hold afterwards. */
  Expected expected();

  /** Where it stands in its file. */
  Place place();

  <R> R match(Cases<R> cases);

  /**
   * A row is completed; before that its schedule is recorded and its participants take part, if
   * given.
   *
   * @param baris the row
   * @param keputusan the label as typed: one that the row does not have only where a refusal is
   *     expected
   * @param alasan the reason given
   * @param data facts that become known
   * @param kelengkapan what was there; empty: all that the row asks for
   * @param output what came out; empty: all that the row asks for
   * @param peserta the roles that take part before the row is completed; empty: all that must
   * @param jadwal the schedule recorded before the row is completed
   * @param again whether the row, which repeats, stays open for another time
   */
  record Completed(
      Located<StepId> baris,
      LocalDateTime pada,
      Optional<Located<PelaksanaCode>> oleh,
      Optional<Located<String>> keputusan,
      Optional<String> alasan,
      Map<String, Located<DataValue>> data,
      Optional<List<String>> kelengkapan,
      Optional<List<String>> output,
      Optional<List<Located<PelaksanaCode>>> peserta,
      Optional<Schedule> jadwal,
      boolean again,
      Expected expected,
      Place place)
      implements ExampleStep {
    /** A row that is completed, and is done with that. */
    public Completed(
        Located<StepId> baris,
        LocalDateTime pada,
        Optional<Located<PelaksanaCode>> oleh,
        Optional<Located<String>> keputusan,
        Optional<String> alasan,
        Map<String, Located<DataValue>> data,
        Optional<List<String>> kelengkapan,
        Optional<List<String>> output,
        Optional<List<Located<PelaksanaCode>>> peserta,
        Optional<Schedule> jadwal,
        Expected expected,
        Place place) {
      this(
          baris,
          pada,
          oleh,
          keputusan,
          alasan,
          data,
          kelengkapan,
          output,
          peserta,
          jadwal,
          false,
          expected,
          place);
    }

    public Completed {
      data = ImmutableMap.copyOf(data);
      kelengkapan = kelengkapan.map(List::copyOf);
      output = output.map(List::copyOf);
      peserta = peserta.map(List::copyOf);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.completed(this);
    }
  }

  /** The case is stopped outside its SOP, for the reason given. */
  record Terminated(
      String alasan,
      LocalDateTime pada,
      Optional<Located<PelaksanaCode>> oleh,
      Expected expected,
      Place place)
      implements ExampleStep {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.terminated(this);
    }
  }

  /** What is done to the clock of a row or of a case. */
  enum ClockAct {
    /** It is stopped. */
    HENTI,
    /** It runs again. */
    LANJUT,
    /** The time of a row is extended. */
    PERPANJANG
  }

  /**
   * The clock is stopped or runs again, or a time is extended.
   *
   * @param act which of these
   * @param alasan the reason
   * @param baris the row; empty: the whole case
   * @param dasar the legal basis of a stop
   * @param dokumen the paper; an extension that names none has one
   */
  record Clock(
      ClockAct act,
      String alasan,
      Optional<Located<StepId>> baris,
      Optional<String> dasar,
      Optional<String> dokumen,
      LocalDateTime pada,
      Optional<Located<PelaksanaCode>> oleh,
      Expected expected,
      Place place)
      implements ExampleStep {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.clock(this);
    }
  }

  /**
   * Something done about a row beside its completion.
   *
   * @param what what
   * @param baris the row
   * @param alasan the reason given
   */
  record Attended(
      What what,
      Located<StepId> baris,
      LocalDateTime pada,
      Optional<Located<PelaksanaCode>> oleh,
      Optional<String> alasan,
      Expected expected,
      Place place)
      implements ExampleStep {

    /** What can be done about a row. */
    public enum What {
      /** Takes it upon oneself. */
      AMBIL,
      /** Releases it. */
      LEPAS,
      /** Sends its signing back one level. */
      KEMBALIKAN,
      /** Receives what came out of it. */
      TERIMA
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.attended(this);
    }
  }

  /**
   * A row is skipped, or arises by what happens.
   *
   * @param arises whether it arises; else it is skipped
   * @param alasan why it is skipped, or what happened
   */
  record Happened(
      Located<StepId> baris,
      boolean arises,
      String alasan,
      LocalDateTime pada,
      Optional<Located<PelaksanaCode>> oleh,
      Expected expected,
      Place place)
      implements ExampleStep {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.happened(this);
    }
  }

  /**
   * Something that the office does to the file beside its SOP.
   *
   * @param act what
   * @param baris the row; empty only where the whole case is meant
   * @param ke the row to which the file goes
   * @param kepada the role to whose other holder a row is handed; empty: the one who has it
   * @param alasan the reason given
   * @param dasar the ground given
   * @param dokumen what is put to the file
   */
  record Office(
      Act act,
      Optional<Located<StepId>> baris,
      Optional<Located<StepId>> ke,
      Optional<Located<PelaksanaCode>> kepada,
      String alasan,
      Optional<String> dasar,
      List<String> dokumen,
      LocalDateTime pada,
      Optional<Located<PelaksanaCode>> oleh,
      Expected expected,
      Place place)
      implements ExampleStep {

    /** What an office can do to a file. */
    public enum Act {
      /** Sends it back to a row that was done. */
      KEMBALI,
      /** Moves it to any row. */
      PINDAH,
      /** Takes back a completion. */
      TARIK,
      /** Hands a row to another person. */
      LIMPAH,
      /** Opens again a case that has ended. */
      BUKA,
      /** Puts documents to it. */
      LAMPIR;

      /** Whether it is about another row, to which the file goes. */
      boolean leads() {
        return this == KEMBALI || this == PINDAH;
      }
    }

    public Office {
      dokumen = List.copyOf(dokumen);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.office(this);
    }
  }

  /**
   * A schedule of a row whose time is SESUAI JADWAL.
   *
   * @param dari the first moment of its window
   * @param sampai its last moment
   * @param dokumen the schedule document
   */
  record Schedule(LocalDateTime dari, LocalDateTime sampai, String dokumen, Place place) {}

  /** One answer for each kind. */
  interface Cases<R> {
    R completed(Completed step);

    R terminated(Terminated step);

    R clock(Clock step);

    R attended(Attended step);

    R happened(Happened step);

    R office(Office step);
  }
}
