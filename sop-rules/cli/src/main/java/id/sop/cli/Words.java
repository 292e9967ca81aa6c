package id.sop.cli;

import id.sop.casework.Command;
import id.sop.definition.DataValue;
import id.sop.definition.Pelaksana;
import id.sop.definition.PelaksanaCode;
import id.sop.definition.Performers.Mode;
import id.sop.definition.Sop;
import id.sop.definition.StepId;
import id.sop.journal.CaseEvent;
import id.sop.journal.Document;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says in one line what a command asks for. */
final class Words {
  private Words() {}

  static String of(Command command, Sop sop) {
    String who = name(command.actor().role(), sop);
    return command.match(
        new Command.Cases<String>() {
          @Override
          public String start(Command.Start start) {
            return who + " membuka berkas" + facts(start.data());
          }

          @Override
          public String complete(Command.Complete complete) {
            return who
                + " menyelesaikan baris "
                + complete.step()
                + complete.decision().map(label -> ": " + label).orElse("")
                + complete.alasan().map(why -> ", alasan: " + why).orElse("")
                + facts(complete.data());
          }

          @Override
          public String recordSchedule(Command.RecordSchedule schedule) {
            return who + " mencatat jadwal baris " + schedule.step();
          }

          @Override
          public String participate(Command.Participate participate) {
            if (participate.kembali().isPresent()) {
              return who
                  + " mengembalikan paraf baris "
                  + participate.step()
                  + ", alasan: "
                  + participate.kembali().get();
            }
            return who
                + " "
                + taking(mode(participate.step(), sop))
                + " baris "
                + participate.step();
          }

          @Override
          public String correct(Command.Correct correct) {
            return who + " membetulkan catatan nomor " + correct.entry();
          }

          @Override
          public String terminate(Command.Terminate terminate) {
            return who + " menghentikan berkas, alasan: " + terminate.alasan();
          }

          @Override
          public String suspend(Command.Suspend suspend) {
            return who
                + " menghentikan waktu "
                + whose(suspend.step())
                + ", alasan: "
                + suspend.alasan()
                + suspend.dasar().map(dasar -> " (" + dasar + ")").orElse("");
          }

          @Override
          public String resume(Command.Resume resume) {
            return who
                + " melanjutkan waktu "
                + whose(resume.step())
                + resume.alasan().map(why -> ", alasan: " + why).orElse("");
          }

          @Override
          public String extend(Command.Extend extend) {
            return who
                + " memperpanjang waktu baris "
                + extend.step()
                + ", alasan: "
                + extend.alasan();
          }

          @Override
          public String reproject(Command.Reproject reproject) {
            return who + " menghitung kembali tenggat berkas";
          }

          @Override
          public String acknowledge(Command.Acknowledge acknowledge) {
            return who + " menerima hasil baris " + acknowledge.step();
          }

          @Override
          public String call(Command.Call call) {
            return who + " memulai berkas " + call.child() + " untuk baris " + call.step();
          }

          @Override
          public String claim(Command.Claim claim) {
            return who + " menangani baris " + claim.step();
          }

          @Override
          public String release(Command.Release release) {
            return who
                + " melepas baris "
                + release.step()
                + release.alasan().map(why -> ", alasan: " + why).orElse("");
          }

          @Override
          public String addSigner(Command.AddSigner add) {
            return who
                + " menambahkan "
                + name(add.signer(), sop)
                + " pada baris "
                + add.step()
                + ", alasan: "
                + add.alasan();
          }

          @Override
          public String removeSigner(Command.RemoveSigner remove) {
            return who
                + " mengeluarkan "
                + name(remove.signer(), sop)
                + " dari baris "
                + remove.step()
                + ", alasan: "
                + remove.alasan();
          }

          @Override
          public String migrate(Command.Migrate migrate) {
            return who + " memindahkan berkas ke versi lain, alasan: " + migrate.alasan();
          }

          @Override
          public String skip(Command.Skip skip) {
            return who + " melewati baris " + skip.step() + ", alasan: " + skip.alasan();
          }

          @Override
          public String raise(Command.Raise raise) {
            return who + " membuka baris " + raise.step() + ", karena: " + raise.alasan();
          }

          @Override
          public String move(Command.Move move) {
            boolean back = move.cara() == CaseEvent.RowMoved.Cara.KEMBALI;
            return who
                + (back ? " mengembalikan" : " memindahkan")
                + " berkas dari baris "
                + move.step()
                + " ke baris "
                + move.ke()
                + ", alasan: "
                + move.alasan()
                + move.dasar().map(dasar -> " (" + dasar + ")").orElse("");
          }

          @Override
          public String recall(Command.Recall recall) {
            return who
                + " menarik penyelesaian baris "
                + recall.step()
                + ", alasan: "
                + recall.alasan();
          }

          @Override
          public String transfer(Command.Transfer transfer) {
            return who
                + " melimpahkan baris "
                + transfer.step()
                + " kepada "
                + name(transfer.kepada().role(), sop)
                + ", alasan: "
                + transfer.alasan();
          }

          @Override
          public String reopen(Command.Reopen reopen) {
            return who
                + " membuka kembali berkas pada baris "
                + reopen.step()
                + ", alasan: "
                + reopen.alasan()
                + " ("
                + reopen.dasar()
                + ")";
          }

          @Override
          public String attach(Command.Attach attach) {
            return who
                + " melampirkan "
                + attach.dokumen().stream().map(Document::jenis).collect(Collectors.joining(", "))
                + attach.step().map(row -> " pada baris " + row).orElse("");
          }

          @Override
          public String repeat(Command.Repeat repeat) {
            return complete(repeat.done()) + ", akan diulang";
          }
        });
  }

  private static String whose(Optional<StepId> row) {
    return row.map(id -> "baris " + id).orElse("berkas");
  }

  private static String taking(Mode mode) {
    return switch (mode) {
      case BERJENJANG -> "memaraf";
      case KOLEGIAL -> "mencatat notulen";
      case BERSAMA, SALAH_SATU, EKSTERNAL -> "ikut serta pada";
    };
  }

  private static Mode mode(StepId row, Sop sop) {
    return sop.step(row).map(step -> step.pelaksana().mode()).orElse(Mode.SALAH_SATU);
  }

  /** The printed name of a role; the code of one that the SOP does not declare. */
  static String name(PelaksanaCode code, Sop sop) {
    Pelaksana role = sop.pelaksana().get(code);
    return role == null ? code.value() : role.nama();
  }

  private static String facts(Map<String, DataValue> data) {
    return data.isEmpty()
        ? ""
        : data.entrySet().stream()
            .map(e -> e.getKey() + " = " + e.getValue().teks())
            .collect(Collectors.joining(", ", " (", ")"));
  }
}
