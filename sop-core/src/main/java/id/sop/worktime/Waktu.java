package id.sop.worktime;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The time that an SOP allows for a row: the column <i>waktu</i> of the mutu baku. What is written
 * without another word, {@code 3 hari kerja}, is the longest time: whoever is done earlier has kept
 * it.
 */
public sealed interface Waktu {

  /** At most so many units, from the opening of the row. */
  record Paling(int jumlah, Satuan satuan) implements Waktu {
    public Paling {
      checkArgument(jumlah >= 1 && jumlah <= 10_000, "out of 1..10000: %s", jumlah);
    }

    @Override
    public String teks() {
      return satuan == Satuan.JAM_KALENDER && jumlah % 24 == 0
          ? jumlah / 24 + " x 24 jam"
          : jumlah + " " + satuan.teks();
    }

    @Override
    public Optional<Paling> batas() {
      return Optional.of(this);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.paling(this);
    }
  }

  /**
   * At least so many units must go by first, as between an announcement and what follows it. There
   * is no longest time.
   *
   * @param masa the wait; it is over when a limit of the same length would be
   */
  record PalingCepat(Paling masa) implements Waktu {
    @Override
    public String teks() {
      return "paling cepat " + masa.teks();
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.palingCepat(this);
    }
  }

  /**
   * From so many to so many units, {@code 1-2 hari}. The upper number is the limit; the lower one
   * is what it usually takes, and nobody is blamed for being faster.
   */
  record Rentang(int dari, int sampai, Satuan satuan) implements Waktu {
    public Rentang {
      checkArgument(
          dari >= 1 && dari < sampai && sampai <= 10_000, "not a range: %s to %s", dari, sampai);
    }

    @Override
    public String teks() {
      return dari + "-" + sampai + " " + satuan.teks();
    }

    @Override
    public Optional<Paling> batas() {
      return Optional.of(new Paling(sampai, satuan));
    }

    @Override
    public Optional<Paling> sasaran() {
      return Optional.of(new Paling(dari, satuan));
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.rentang(this);
    }
  }

  /** A target, and a limit that counts: {@code 1 hari kerja maksimal 14 hari kerja}. */
  record SasaranDanBatas(Paling target, Paling limit) implements Waktu {
    @Override
    public String teks() {
      return target.teks() + " maksimal " + limit.teks();
    }

    @Override
    public Optional<Paling> batas() {
      return Optional.of(limit);
    }

    @Override
    public Optional<Paling> sasaran() {
      return Optional.of(target);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.sasaranDanBatas(this);
    }
  }

  /**
   * So much for each item: {@code 2 menit/berkas}. Without the number of items there is no moment.
   *
   * @param item what is counted, one word in small letters
   */
  record PerItem(Paling tiap, String item) implements Waktu {
    private static final Pattern WORD = Pattern.compile("[a-z]{2,40}");

    public PerItem {
      checkArgument(isItem(item), "not a word: %s", item);
    }

    static boolean isItem(String text) {
      return WORD.matcher(text).matches();
    }

    /** The time for {@code jumlah} items, at least one. */
    public Paling untuk(int jumlah) {
      return new Paling(Math.multiplyExact(tiap.jumlah(), jumlah), tiap.satuan());
    }

    @Override
    public String teks() {
      return tiap.teks() + "/" + item;
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.perItem(this);
    }
  }

  /**
   * Several times of which the paper does not say when each holds: {@code 120 menit / 3 hari}.
   * Nobody is late before the last of them is over.
   */
  record Pilihan(List<Paling> pilihan) implements Waktu {
    public Pilihan {
      pilihan = List.copyOf(pilihan);
      checkArgument(pilihan.size() >= 2, "not a choice: %s", pilihan);
    }

    @Override
    public String teks() {
      return pilihan.stream().map(Paling::teks).collect(Collectors.joining(" / "));
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.pilihan(this);
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

  /** As long as it takes; the time cannot be assessed. */
  record SesuaiKebutuhan() implements Waktu {
    @Override
    public String teks() {
      return "sesuai kebutuhan";
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.sesuaiKebutuhan(this);
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

    R palingCepat(PalingCepat palingCepat);

    R rentang(Rentang rentang);

    R sasaranDanBatas(SasaranDanBatas sasaranDanBatas);

    R perItem(PerItem perItem);

    R pilihan(Pilihan pilihan);

    R sesuaiJadwal(SesuaiJadwal jadwal);

    R sesuaiKebutuhan(SesuaiKebutuhan kebutuhan);

    R menurutAturan(MenurutAturan aturan);
  }

  /** The canonical text, such as {@code 4 hari kalender}; {@link WaktuParser} reads it back. */
  String teks();

  /** The time after which a row is late; empty when there is none, or more than one. */
  default Optional<Paling> batas() {
    return Optional.empty();
  }

  /** The time that is aimed at, where it is another than the limit. */
  default Optional<Paling> sasaran() {
    return Optional.empty();
  }

  <R> R match(Cases<R> cases);

  static Waktu paling(int jumlah, Satuan satuan) {
    return new Paling(jumlah, satuan);
  }

  static Waktu sesuaiJadwal() {
    return new SesuaiJadwal();
  }
}
