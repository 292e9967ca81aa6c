package id.sop.rules.proof;

import id.sop.casework.Command;
import id.sop.casework.Outcome;
import id.sop.casework.Receipt;
import id.sop.journal.CaseId;
import java.util.Optional;

/**
 * What a clerk was told of a command.
 *
 * @param key the key of the command, which ends with the number of the entry before it
 * @param seq the number of the last entry that it recorded
 * @param head the digest of that entry
 * @param repeated whether somebody else had carried it out before
 */
record Acknowledged(String key, long seq, String head, boolean repeated) {
  static Acknowledged of(Command command, Outcome.Recorded recorded) {
    Receipt receipt = recorded.receipt();
    return new Acknowledged(
        command.key().orElseThrow().value(), receipt.seq(), receipt.head(), recorded.repeated());
  }

  /** What a line says; empty when it says something else, or was cut. */
  static Optional<Acknowledged> parse(String line) {
    String[] words = line.split(" ", -1);
    return words.length == 6 && words[0].equals("ack") && words[5].equals(".")
        ? Optional.of(
            new Acknowledged(
                words[1], Long.parseLong(words[2]), words[3], Boolean.parseBoolean(words[4])))
        : Optional.empty();
  }

  String line() {
    return "ack " + key + " " + seq + " " + head + " " + repeated + " .";
  }

  CaseId caseId() {
    return CaseId.of(key.substring(0, key.lastIndexOf('-')));
  }

  /** The number of the last entry before the command. */
  int before() {
    return Integer.parseInt(key.substring(key.lastIndexOf('-') + 1));
  }
}
