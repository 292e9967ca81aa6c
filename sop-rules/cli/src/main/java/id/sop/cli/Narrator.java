package id.sop.cli;

import id.sop.audit.CaseReport;
import id.sop.casework.Command;
import id.sop.casework.OpenRow;
import id.sop.casework.Outcome;
import id.sop.casework.Receipt;
import id.sop.casework.Refusal;
import id.sop.definition.Performers.Mode;
import id.sop.definition.Sop;
import id.sop.journal.CaseEvent;
import id.sop.journal.ChainFault;
import id.sop.journal.DueCause;
import id.sop.problem.Language;
import id.sop.routing.RouteReason;
import id.sop.worktime.Zona;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Tells a case as it moves, in Indonesian, for a person at a terminal. */
final class Narrator implements Teller {
  private static final Locale INDONESIAN = Locale.forLanguageTag("id-ID");
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("EEE d MMM uuuu HH.mm", INDONESIAN);

  private final PrintWriter out;
  private final Sop sop;
  private final Style style;

  Narrator(PrintWriter out, Sop sop, Style style) {
    this.out = out;
    this.sop = sop;
    this.style = style;
  }

  @Override
  public void opening(Opening opening) {
    out.println();
    out.println(style.bold(sop.identitas().nama()) + " · " + sop.identitas().instansi());
    out.println(
        style.faint(
            "id %s · versi %s · sidik jari %s · %d rute dijelajahi"
                .formatted(
                    sop.id(), sop.versi(), opening.digest().substring(0, 12), opening.routes())));
    out.println(style.faint("berkas %s di %s".formatted(opening.caseId(), opening.file())));
    out.println();
  }

  @Override
  public void said(String line) {
    out.println(style.faint(line));
  }

  @Override
  public void prepared(List<Command> commands) {
    commands.forEach(command -> out.println(style.faint("  · " + Words.of(command, sop))));
  }

  @Override
  public void done(Command command, Instant at, Outcome outcome) {
    outcome.match(
        new Outcome.Cases<Boolean>() {
          @Override
          public Boolean recorded(Outcome.Recorded recorded) {
            out.println(style.good("✔") + " " + moment(at) + "  " + Words.of(command, sop));
            position(recorded.receipt());
            return true;
          }

          @Override
          public Boolean refused(Outcome.Refused refused) {
            out.println(style.bad("✘") + " " + moment(at) + "  " + Words.of(command, sop));
            refused.why().forEach(Narrator.this::refusal);
            return false;
          }
        });
  }

  private void refusal(Refusal refusal) {
    out.println(
        "    "
            + style.bad("ditolak " + refusal.code().id())
            + "  "
            + refusal.text(Language.ID)
            + " "
            + refusal.hint(Language.ID));
  }

  private void position(Receipt receipt) {
    for (CaseEvent event : receipt.events()) {
      if (event instanceof CaseEvent.RowOpened opened) {
        receipt.open().stream().filter(row -> row.step().equals(opened.step())).forEach(this::row);
      } else if (event instanceof CaseEvent.RowLapsed lapsed) {
        out.println("  " + style.faint("baris " + lapsed.step() + " gugur"));
      } else if (event instanceof CaseEvent.Recalled recalled) {
        String withdrawn =
            recalled.ditarik().stream()
                .map(row -> row.step().value())
                .collect(Collectors.joining(", "));
        out.println(
            "  → "
                + style.bold("baris " + recalled.step())
                + "  terbuka lagi"
                + (withdrawn.isEmpty() ? "" : style.faint(", ditarik dari baris " + withdrawn)));
      } else if (event instanceof CaseEvent.Ended ended) {
        out.println(
            "  " + style.bold("■ berkas berakhir: " + ended.outcome()) + because(ended.why()));
      } else if (event instanceof CaseEvent.Terminated terminated) {
        out.println("  " + style.bold("■ berkas dihentikan: " + terminated.alasan()));
      } else if (event instanceof CaseEvent.DueMoved moved) {
        out.println("  → " + style.bold("baris " + moved.step()) + "  " + moved(moved));
      }
    }
  }

  @Override
  public void row(OpenRow row) {
    String visit = row.visit() > 1 ? " (kunjungan ke-" + row.visit() + ")" : "";
    out.println(
        "  → "
            + style.bold("baris " + row.step() + visit)
            + "  "
            + style.bold(performers(row))
            + ", "
            + due(row));
    sop.step(row.step()).ifPresent(step -> out.println("      " + step.kegiatan()));
    out.println("      " + style.faint("karena" + because(row.why()).substring(1)));
  }

  private String because(RouteReason why) {
    String place = why.place().file();
    String file = place.substring(place.lastIndexOf('/') + 1);
    return "  “" + why.rule() + "” (" + file + ":" + why.place().line() + ")";
  }

  private String moved(CaseEvent.DueMoved moved) {
    String why =
        moved
            .cause()
            .match(
                new DueCause.Cases<String>() {
                  @Override
                  public String stop(DueCause.Stop stop) {
                    return "";
                  }

                  @Override
                  public String extension(DueCause.Extension extension) {
                    return ", diperpanjang";
                  }

                  @Override
                  public String calendar(DueCause.Calendar calendar) {
                    return ", karena " + String.join("; ", calendar.keputusan());
                  }
                });
    return moved
        .to()
        .map(at -> "paling lambat " + style.bold(moment(at)) + why)
        .orElse("waktu berhenti");
  }

  private String due(OpenRow row) {
    if (row.suspended()) {
      return row.dueAt()
          .map(at -> "waktu berhenti, lewat tenggat " + style.bold(moment(at, row)))
          .orElse("waktu berhenti (" + row.waktu().teks() + ")");
    }
    return row.dueAt()
        .map(at -> "paling lambat " + style.bold(moment(at, row)) + " (" + row.waktu().teks() + ")")
        .orElse("tenggat belum dapat dinilai (" + row.waktu().teks() + ")");
  }

  private String performers(OpenRow row) {
    Mode mode = sop.step(row.step()).orElseThrow().pelaksana().mode();
    String between =
        switch (mode) {
          case SALAH_SATU, KOLEGIAL, EKSTERNAL -> " atau ";
          case BERSAMA -> " bersama ";
          case BERJENJANG -> ", lalu ";
        };
    return row.by().stream()
        .map(code -> Words.name(code, sop))
        .collect(Collectors.joining(between));
  }

  private String moment(Instant at) {
    return moment(at, sop.zona());
  }

  /** A moment of {@code row}, as the clock shows it where the row is done. */
  private String moment(Instant at, OpenRow row) {
    return moment(at, sop.unit(row.clock().pemilik()).zona());
  }

  private static String moment(Instant at, ZoneId zone) {
    return MOMENT.format(at.atZone(zone)) + " " + Zona.teks(zone);
  }

  @Override
  public void verified(int entries, List<ChainFault> faults) {
    out.println();
    if (faults.isEmpty()) {
      out.println(style.good("✔") + " rantai catatan utuh: " + entries + " catatan diperiksa");
    } else {
      out.println(style.bad("✘ rantai catatan rusak:"));
      faults.forEach(fault -> out.println("  " + fault + " " + fault.hint(Language.ID)));
    }
  }

  @Override
  public void report(CaseReport report) {
    new ReportTable(out, sop, style).print(report);
  }
}
