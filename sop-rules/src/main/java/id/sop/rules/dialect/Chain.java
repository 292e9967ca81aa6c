package id.sop.rules.dialect;

import id.sop.definition.Eskalasi;
import id.sop.definition.Label;
import id.sop.definition.PelaksanaCode;
import id.sop.definition.Performers;
import id.sop.definition.Step;
import id.sop.definition.StepId;
import id.sop.worktime.Waktu;
import id.sop.worktime.WaktuParser;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Understands the chain of calls of one rule's <i>then</i>. */
final class Chain {
  static final List<String> CALLS =
      List.of(
          "ke",
          "oleh",
          "selama",
          "sesuaiJadwal",
          "tunggu",
          "selesai",
          "akhiri",
          "karena",
          "eskalasi");

  private final Vocabulary words;
  private final List<Action.Tujuan> targets = new ArrayList<>();
  private List<Group> groups = new ArrayList<>();
  private Optional<Action> other = Optional.empty();
  private Optional<String> karena = Optional.empty();

  private Chain(Vocabulary words) {
    this.words = words;
  }

  /** What was understood. */
  record Understood(Action action, String karena) {}

  /** Rows named in one {@code ke}, and what the calls after it say of them. */
  private static final class Group {
    final List<Token> rows;
    Optional<List<Token>> oleh = Optional.empty();
    Optional<Waktu> selama = Optional.empty();
    Optional<Token> timeCall = Optional.empty();
    final List<Eskalasi> eskalasi = new ArrayList<>();

    Group(List<Token> rows) {
      this.rows = rows;
    }
  }

  /** The action of {@code calls}; empty when something is wrong, which {@code words} has told. */
  static Optional<Understood> understand(List<Raw.Call> calls, Vocabulary words) {
    Chain chain = new Chain(words);
    int before = words.errors();
    calls.forEach(chain::call);
    chain.groups.forEach(chain::targets);
    if (words.errors() > before) {
      return Optional.empty();
    }
    Optional<Action> action =
        chain.targets.isEmpty() ? chain.other : Optional.of(new Action.Ke(chain.targets));
    return action.map(a -> new Understood(a, chain.karena.orElse("")));
  }

  private void call(Raw.Call call) {
    switch (call.name().text()) {
      case "ke" -> ke(call);
      case "oleh" -> oleh(call);
      case "selama" -> selama(call);
      case "sesuaiJadwal" -> sesuaiJadwal(call);
      case "tunggu" -> tunggu(call);
      case "selesai" -> selesai(call);
      case "eskalasi" -> eskalasi(call);
      case "akhiri" -> akhiri(call);
      default -> karena(call);
    }
  }

  private boolean isFirst() {
    return groups.isEmpty() && other.isEmpty();
  }

  private void ke(Raw.Call call) {
    if (other.isPresent() || karena.isPresent()) {
      words.refuse(call.name(), DialectCode.CALL_NOT_HERE, call.name().shown());
    } else if (call.arguments().isEmpty() || !areTexts(call)) {
      wrong(call, "ke(\"2\")");
    }
    groups.add(new Group(areTexts(call) ? call.arguments() : List.of()));
  }

  private void oleh(Raw.Call call) {
    Optional<Group> group = groupFor(call);
    if (call.arguments().isEmpty() || !areTexts(call)) {
      wrong(call, "oleh(\"KASUBAG\")");
    } else if (group.isPresent() && group.get().oleh.isPresent()) {
      words.refuse(call.name(), DialectCode.CALL_TWICE, "oleh");
    } else {
      group.ifPresent(g -> g.oleh = Optional.of(call.arguments()));
    }
  }

  private void selama(Raw.Call call) {
    if (call.arguments().size() != 1 || !areTexts(call)) {
      wrong(call, "selama(\"3 hari kerja\")");
      time(call, Optional.empty());
      return;
    }
    Token text = call.arguments().get(0);
    WaktuParser.Parsed parsed = WaktuParser.parse(text.text());
    if (parsed.waktu().isEmpty() || parsed.waktu().get() instanceof Waktu.MenurutAturan) {
      words.refuse(text, DialectCode.WAKTU_INVALID, text.text(), parsed.saran());
    }
    time(call, parsed.waktu());
  }

  private void sesuaiJadwal(Raw.Call call) {
    if (!call.arguments().isEmpty()) {
      wrong(call, "sesuaiJadwal()");
    }
    time(call, Optional.of(Waktu.sesuaiJadwal()));
  }

  private void time(Raw.Call call, Optional<Waktu> waktu) {
    Optional<Group> group = groupFor(call);
    if (group.isEmpty()) {
      return;
    }
    if (group.get().timeCall.isPresent()) {
      words.refuse(call.name(), DialectCode.CALL_TWICE, "selama / sesuaiJadwal");
    }
    group.get().timeCall = Optional.of(call.name());
    group.get().selama = waktu;
  }

  private void eskalasi(Raw.Call call) {
    Optional<Group> group = groupFor(call);
    if (call.arguments().size() < 2 || !areTexts(call)) {
      wrong(call, "eskalasi(\"1 hari kerja\", \"KABAG\")");
      return;
    }
    Token text = call.arguments().get(0);
    WaktuParser.Parsed parsed = WaktuParser.parse(text.text());
    Set<PelaksanaCode> kepada = new LinkedHashSet<>();
    for (Token token : call.arguments().subList(1, call.arguments().size())) {
      Optional<PelaksanaCode> role = words.role(token);
      if (role.isPresent() && !kepada.add(role.get())) {
        words.refuse(token, DialectCode.CALL_TWICE, token.text());
      }
    }
    if (!(parsed.waktu().orElse(null) instanceof Waktu.Paling setelah)) {
      words.refuse(text, DialectCode.ESCALATION_TIME, text.text());
    } else if (group.stream()
        .flatMap(g -> g.eskalasi.stream())
        .anyMatch(e -> e.setelah().equals(setelah))) {
      words.refuse(text, DialectCode.CALL_TWICE, setelah.teks());
    } else if (group.isPresent() && !kepada.isEmpty()) {
      group.get().eskalasi.add(new Eskalasi(setelah, List.copyOf(kepada)));
    }
  }

  private Optional<Group> groupFor(Raw.Call call) {
    if (groups.isEmpty() || karena.isPresent()) {
      words.refuse(call.name(), DialectCode.CALL_NOT_HERE, call.name().shown());
      return Optional.empty();
    }
    return Optional.of(groups.get(groups.size() - 1));
  }

  private void tunggu(Raw.Call call) {
    if (!isFirst()) {
      words.refuse(call.name(), DialectCode.CALL_NOT_HERE, "tunggu");
    } else if (!call.arguments().isEmpty()) {
      wrong(call, "tunggu()");
    }
    other = Optional.of(new Action.Tunggu());
  }

  private void selesai(Raw.Call call) {
    List<Token> arguments = call.arguments();
    if (!isFirst()) {
      words.refuse(call.name(), DialectCode.CALL_NOT_HERE, "selesai");
    } else if (arguments.size() > 1 || !areTexts(call)) {
      wrong(call, "selesai() / selesai(\"DITOLAK\")");
    } else if (arguments.size() == 1 && !Label.isValid(arguments.get(0).text())) {
      words.refuse(arguments.get(0), DialectCode.OUTCOME_INVALID, arguments.get(0).text());
    }
    other =
        Optional.of(new Action.Selesai(arguments.isEmpty() ? "SELESAI" : arguments.get(0).text()));
  }

  private void akhiri(Raw.Call call) {
    List<Token> arguments = call.arguments();
    if (!isFirst()) {
      words.refuse(call.name(), DialectCode.CALL_NOT_HERE, "akhiri");
    } else if (arguments.size() != 1 || !areTexts(call)) {
      wrong(call, "akhiri(\"DITARIK\")");
    } else if (!Label.isValid(arguments.get(0).text())) {
      words.refuse(arguments.get(0), DialectCode.OUTCOME_INVALID, arguments.get(0).text());
    }
    other =
        Optional.of(
            new Action.Selesai(
                arguments.stream().map(Token::text).findFirst().orElse("SELESAI"), true));
  }

  private void karena(Raw.Call call) {
    if (isFirst()) {
      words.refuse(call.name(), DialectCode.CALL_NOT_HERE, "karena");
    } else if (karena.isPresent()) {
      words.refuse(call.name(), DialectCode.CALL_TWICE, "karena");
    } else if (call.arguments().size() != 1 || !areTexts(call)) {
      wrong(call, "karena(\"...\")");
    }
    karena = Optional.of(call.arguments().stream().map(Token::text).findFirst().orElse(""));
  }

  /** Told at the first value that is no text, or else at the call. */
  private void wrong(Raw.Call call, String right) {
    Token at =
        call.arguments().stream()
            .filter(a -> !a.is(Token.Kind.TEXT))
            .findFirst()
            .orElse(call.name());
    words.refuse(at, DialectCode.WRONG_ARGUMENTS, call.name().shown(), right);
  }

  private static boolean areTexts(Raw.Call call) {
    return call.arguments().stream().allMatch(a -> a.kind() == Token.Kind.TEXT);
  }

  private void targets(Group group) {
    for (Token row : group.rows) {
      Optional<Step> step = words.row(row);
      if (step.isEmpty()) {
        continue;
      }
      StepId id = step.get().id();
      if (targets.stream().anyMatch(t -> t.step().equals(id))) {
        words.refuse(row, DialectCode.TARGET_TWICE, id.value());
      }
      if (group.timeCall.isEmpty()
          && step.get().mutuBaku().waktu() instanceof Waktu.MenurutAturan) {
        words.refuse(row, DialectCode.WAKTU_MISSING, id.value());
      }
      fits(group, step.get());
      Optional<List<PelaksanaCode>> oleh = group.oleh.map(o -> performers(step.get(), o));
      targets.add(new Action.Tujuan(id, oleh, group.selama, group.eskalasi, words.place(row)));
    }
  }

  /** That the rows, dates and labels of which a time speaks are there, told at the call. */
  private void fits(Group group, Step step) {
    if (group.selama.isPresent() && group.timeCall.isPresent()) {
      words
          .fit()
          .misfits(group.selama.get(), step.id(), step.keputusan())
          .forEach(
              m ->
                  words.refuse(
                      group.timeCall.get(),
                      DialectCode.WAKTU_DOES_NOT_FIT,
                      group.selama.get().teks(),
                      m.word(),
                      m.known().isEmpty() ? "-" : String.join(", ", m.known())));
    }
  }

  /** The rule says who, the document says who may; here the two are held together. */
  private List<PelaksanaCode> performers(Step step, List<Token> said) {
    Performers may = step.pelaksana();
    Set<PelaksanaCode> roles = new LinkedHashSet<>();
    for (Token token : said) {
      Optional<PelaksanaCode> role = words.role(token);
      if (role.isPresent() && !may.roles().contains(role.get())) {
        words.refuse(
            token,
            DialectCode.ROLE_NOT_OF_ROW,
            token.text(),
            step.id().value(),
            Vocabulary.join(may.roles()));
      } else if (role.isPresent() && !roles.add(role.get())) {
        words.refuse(token, DialectCode.CALL_TWICE, token.text());
      }
    }
    boolean allOfThem =
        may.mode() == Performers.Mode.BERSAMA || may.mode() == Performers.Mode.BERJENJANG;
    boolean known = may.roles().containsAll(roles) && roles.size() == said.size();
    if (allOfThem && known && !List.copyOf(roles).equals(may.roles())) {
      words.refuse(
          said.get(0), DialectCode.ROLES_NOT_ALL, step.id().value(), Vocabulary.join(may.roles()));
    }
    return List.copyOf(roles);
  }
}
