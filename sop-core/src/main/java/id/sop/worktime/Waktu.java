package id.sop.worktime;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableMap;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

  /**
   * A limit for each decision: {@code YA: 2 hari kerja; TIDAK: 1 hari kerja}. While nothing is
   * decided, nobody is late before the last of them is over.
   *
   * @param perLabel by label, in the order in which they are written; each has a limit
   */
  record PerKeputusan(Map<String, Waktu> perLabel) implements Waktu {
    private static final Pattern LABEL = Pattern.compile("[A-Z0-9][A-Z0-9_]{0,63}");

    public PerKeputusan {
      checkArgument(!perLabel.isEmpty(), "no label has a time");
      checkArgument(
          perLabel.entrySet().stream().allMatch(e -> isLabel(e.getKey()) && isTime(e.getValue())),
          "not a limit for each label: %s",
          perLabel);
      perLabel = ImmutableMap.copyOf(perLabel);
    }

    static boolean isLabel(String text) {
      return LABEL.matcher(text).matches();
    }

    /** Whether {@code waktu} may be that of a label: it sets a limit, counted from the opening. */
    public static boolean isTime(Waktu waktu) {
      return waktu.batas().isPresent();
    }

    /** The time of one decision; empty when this says nothing of it. */
    public Optional<Waktu> untuk(String label) {
      return Optional.ofNullable(perLabel.get(label));
    }

    @Override
    public String teks() {
      return perLabel.entrySet().stream()
          .map(e -> e.getKey() + ": " + e.getValue().teks())
          .collect(Collectors.joining("; "));
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.perKeputusan(this);
    }
  }

  /**
   * A limit that is counted from something else than the opening of the row: {@code 14 hari kerja
   * setelah langkah 3}, {@code 3 hari kerja sebelum tanggalKegiatan}, {@code pada tanggalKegiatan}.
   * As long as that is not known, there is no moment.
   *
   * @param jarak how far from it; empty for the day itself
   * @param arah on which side of it; {@link Arah#PADA} exactly without a distance
   * @param acuan what it is counted from
   */
  record Relatif(Optional<Paling> jarak, Arah arah, Acuan acuan) implements Waktu {
    public Relatif {
      checkArgument(jarak.isEmpty() == (arah == Arah.PADA), "%s %s", jarak, arah);
      checkArgument(
          arah == Arah.SETELAH || !(acuan instanceof Acuan.Langkah),
          "the end of a row is known only once it has been");
    }

    /** The same, of a date that is known now. */
    Relatif dari(LocalDate tanggal) {
      return new Relatif(jarak, arah, new Acuan.Hari(tanggal));
    }

    @Override
    public String teks() {
      String seberapa = jarak.map(j -> j.teks() + " ").orElse("");
      return seberapa + arah.name().toLowerCase(Locale.ROOT) + " " + acuan.teks();
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.relatif(this);
    }
  }

  /** On which side of what it is counted from a time lies. */
  enum Arah {
    /** So long before a date; the date itself does not count. */
    SEBELUM,
    /** On a date, until the end of its office hours. */
    PADA,
    /** So long after a date or after the end of a row. */
    SETELAH
  }

  /** What a time is counted from. */
  sealed interface Acuan {
    /** The last completion of the row {@code id}. */
    record Langkah(String id) implements Acuan {
      private static final Pattern ID =
          Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9._-]{0,30}[A-Za-z0-9])?");

      public Langkah {
        checkArgument(isId(id), "not a row: %s", id);
      }

      static boolean isId(String text) {
        return ID.matcher(text).matches();
      }

      @Override
      public String teks() {
        return "langkah " + id;
      }
    }

    /** The date that the fact {@code nama} of the case says. */
    record Data(String nama) implements Acuan {
      private static final Pattern NAMA = Pattern.compile("[a-z][A-Za-z0-9]{0,63}");

      public Data {
        checkArgument(isNama(nama), "not the name of a fact: %s", nama);
      }

      static boolean isNama(String text) {
        return NAMA.matcher(text).matches() && !text.equals("langkah") && !text.equals("baris");
      }

      @Override
      public String teks() {
        return nama;
      }
    }

    /** A date that is known. */
    record Hari(LocalDate tanggal) implements Acuan {
      @Override
      public String teks() {
        return tanggal.toString();
      }
    }

    /** As it is written. */
    String teks();
  }

  /**
   * The time of another row, which this one shares: where one cell of the table stands beside
   * several rows. It is counted from the opening of the first of them.
   *
   * @param langkah the row beside which the time is written
   */
  record Bersama(String langkah) implements Waktu {
    public Bersama {
      checkArgument(Acuan.Langkah.isId(langkah), "not a row: %s", langkah);
    }

    @Override
    public String teks() {
      return "bersama langkah " + langkah;
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.bersama(this);
    }
  }

  /** The cell is blank: no time is set, and none can be assessed unless a schedule sets one. */
  record TidakDitetapkan() implements Waktu {
    @Override
    public String teks() {
      return "tidak ditetapkan";
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.tidakDitetapkan(this);
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

    R perKeputusan(PerKeputusan perKeputusan);

    R relatif(Relatif relatif);

    R bersama(Bersama bersama);

    R tidakDitetapkan(TidakDitetapkan tidakDitetapkan);
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

  /** Whether a schedule document can set it at run time. */
  default boolean dapatDijadwalkan() {
    return this instanceof SesuaiJadwal
        || this instanceof SesuaiKebutuhan
        || this instanceof TidakDitetapkan;
  }

  <R> R match(Cases<R> cases);

  static Waktu paling(int jumlah, Satuan satuan) {
    return new Paling(jumlah, satuan);
  }

  static Waktu sesuaiJadwal() {
    return new SesuaiJadwal();
  }
}
