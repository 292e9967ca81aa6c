package id.sop.cli;

/** The {@code sop} command line. */
public final class SopCommand {
  private SopCommand() {}

  public static void main(String[] args) {
    System.exit(args.length);
  }
}
