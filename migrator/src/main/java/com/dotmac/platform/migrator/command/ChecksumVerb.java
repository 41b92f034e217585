package com.dotmac.platform.migrator.command;

import com.dotmac.platform.migrator.outcome.ExitCode;
import net.sourceforge.argparse4j.inf.Subparser;

/**
 * {@code db calculate-checksum}: the checksum that the history keeps of a change, to compare with
 * what a database has. Opens no connection.
 */
final class ChecksumVerb implements Verb {

  @Override
  public String name() {
    return "calculate-checksum";
  }

  @Override
  public String description() {
    return "Prints the checksum of a change file as it is now; needs no database.";
  }

  @Override
  public void configure(Subparser parser) {
    parser.addArgument("change").metavar("CHANGE").help("id of the change: the stem of its file");
  }

  @Override
  public ExitCode run(Invocation invocation) {
    String checksum = invocation.changelog().checksum(invocation.options().getString("change"));
    invocation.out().println(checksum);
    invocation.report().put("checksum", checksum);
    return ExitCode.DONE;
  }
}
