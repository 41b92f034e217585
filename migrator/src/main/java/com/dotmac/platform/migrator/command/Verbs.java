package com.dotmac.platform.migrator.command;

import java.io.PrintStream;
import java.util.List;
import net.sourceforge.argparse4j.impl.Arguments;
import net.sourceforge.argparse4j.inf.Subparser;
import org.jspecify.annotations.Nullable;

/** Our own verbs, each made when it is asked for, and the options that they share. */
final class Verbs {
  /** Their names, in the order of the help. */
  static final List<String> NAMES =
      List.of(
          "migrate",
          "status",
          "verify",
          "adopt",
          "doctor",
          "rollback",
          "drop-all",
          "roles",
          "new",
          "snapshot",
          "docs",
          "calculate-checksum",
          "locks",
          "runs",
          "lint");

  private Verbs() {}

  /**
   * The verb of a name.
   *
   * @return {@code null} when it is none of ours
   */
  static @Nullable Verb of(String name) {
    return switch (name) {
      case "migrate" -> new MigrateVerb();
      case "status" -> new StatusVerb();
      case "verify" -> new VerifyVerb();
      case "adopt" -> new AdoptVerb();
      case "doctor" -> new DoctorVerb();
      case "rollback" -> new RollbackVerb();
      case "drop-all" -> new DropAllVerb();
      case "roles" -> new RolesVerb();
      case "new" -> new NewVerb();
      case "snapshot" -> new SnapshotVerb();
      case "docs" -> new DocsVerb();
      case "calculate-checksum" -> new ChecksumVerb();
      case "locks" -> new LocksVerb();
      case "runs" -> new RunsVerb();
      case "lint" -> new LintVerb();
      default -> null;
    };
  }

  /** Adds the options of one of our verbs. */
  static void configure(Verb verb, Subparser parser, PrintStream out) {
    verb.configure(parser);
    parser
        .addArgument("file")
        .nargs("?")
        .help(
            "configuration file; the packaged one reads DATABASE_URL, DATABASE_USER, DATABASE_PASSWORD");
    parser
        .addArgument("--migrations")
        .metavar("FILE")
        .dest("migrations-file")
        .help("a list of changes to use instead of the packaged db/changelog.yaml");
    configureAll(parser, out);
  }

  /** Adds what every verb has, a stock one too. */
  static void configureAll(Subparser parser, PrintStream out) {
    parser
        .addArgument("-h", "--help")
        .action(new HelpAction(out))
        .setDefault(Arguments.SUPPRESS)
        .help("show this help and exit");
    parser
        .addArgument("--json")
        .action(Arguments.storeTrue())
        .help("print one JSON object on standard output, and the lines for people aside");
    parser
        .addArgument("--verbose")
        .action(Arguments.storeTrue())
        .help("log what Liquibase does, and show stack traces");
  }
}
