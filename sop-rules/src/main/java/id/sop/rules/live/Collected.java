package id.sop.rules.live;

import id.sop.rules.fact.Rute;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes down what the rules say, rule by rule. */
final class Collected implements Rute {
  private final List<Saying> sayings = new ArrayList<>();
  private Optional<String> firing = Optional.empty();

  /** What one rule said. */
  static final class Saying implements Tujuan {
    final String rule;
    final List<Goal> goals = new ArrayList<>();
    Optional<String> hasil = Optional.empty();
    boolean seluruhnya;

    Saying(String rule) {
      this.rule = rule;
    }

    @Override
    public Tujuan ke(String... baris) {
      for (String row : baris) {
        goals.add(new Goal(row));
      }
      return this;
    }

    @Override
    public Tujuan oleh(String... pelaksana) {
      last().oleh = List.of(pelaksana);
      return this;
    }

    @Override
    public Tujuan selama(String waktu) {
      last().waktu = Optional.of(waktu);
      return this;
    }

    @Override
    public Tujuan sesuaiJadwal() {
      return selama("sesuai jadwal");
    }

    @Override
    public Tujuan eskalasi(String setelah, String... pelaksana) {
      last().eskalasi.add(new Escalation(setelah, List.of(pelaksana)));
      return this;
    }

    @Override
    public void karena(String teks) {
      // The reason is the author's text; it is taken from the rule, not from Drools.
    }

    private Goal last() {
      return goals.get(goals.size() - 1);
    }
  }

  /** A row that a rule opens, as it said it. */
  static final class Goal {
    final String row;
    List<String> oleh = List.of();
    Optional<String> waktu = Optional.empty();
    final List<Escalation> eskalasi = new ArrayList<>();

    Goal(String row) {
      this.row = row;
    }
  }

  /** Who is told when a row is late, as a rule said it. */
  record Escalation(String setelah, List<String> kepada) {}

  /** Drools is about to run the consequence of {@code rule}. */
  void fires(String rule) {
    firing = Optional.of(rule);
  }

  /** What was said since this was last asked. */
  List<Saying> take() {
    List<Saying> taken = List.copyOf(sayings);
    sayings.clear();
    return taken;
  }

  private Saying saying() {
    Saying saying = new Saying(firing.orElseThrow());
    sayings.add(saying);
    return saying;
  }

  @Override
  public Tujuan ke(String... baris) {
    return saying().ke(baris);
  }

  @Override
  public Alasan tunggu() {
    return saying();
  }

  @Override
  public Alasan akhiri(String hasil) {
    Saying saying = saying();
    saying.hasil = Optional.of(hasil);
    saying.seluruhnya = true;
    return saying;
  }

  @Override
  public Alasan selesai() {
    return selesai("SELESAI");
  }

  @Override
  public Alasan selesai(String hasil) {
    Saying saying = saying();
    saying.hasil = Optional.of(hasil);
    return saying;
  }
}
