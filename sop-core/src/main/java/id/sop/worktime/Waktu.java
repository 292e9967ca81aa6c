package id.sop.worktime;

import static com.google.common.base.Preconditions.checkArgument;

/** The time that an SOP allows for a row: the column <i>waktu</i> of the mutu baku. */
public sealed interface Waktu {

  /** At most so many units, from the opening of the row. */
  record Paling(int jumlah, Satuan satuan) implements Waktu {
    public Paling {
      checkArgument(jumlah >= 1 && jumlah <= 10_000, "out of 1..10000: %s", jumlah);
    }

    @Override
    public String teks() {
      return jumlah + " " + satuan.teks();
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.paling(this);
    }
  }

  /** Set at run time by a schedule document; without one the time cannot be assessed. */
  record SesuaiJadwal() implements Waktu {
    @Override
    public String teks() {
      return "sesuai jadwal";
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.sesuaiJadwal(this);
    }
  }

  /** Given by the rules on every arrow into the row, because it depends on facts of the case. */
  record MenurutAturan() implements Waktu {
    @Override
    public String teks() {
      return "menurut aturan";
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.menurutAturan(this);
    }
  }

  /** One answer for each kind. */
  interface Cases<R> {
    R paling(Paling paling);

    R sesuaiJadwal(SesuaiJadwal jadwal);

    R menurutAturan(MenurutAturan aturan);
  }

  /** The canonical text, such as {@code 4 hari kalender}; {@link WaktuParser} reads it back. */
  String teks();

  <R> R match(Cases<R> cases);

  static Waktu paling(int jumlah, Satuan satuan) {
    return new Paling(jumlah, satuan);
  }

  static Waktu sesuaiJadwal() {
    return new SesuaiJadwal();
  }
}
