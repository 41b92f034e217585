package com.dotmac.platform.migrator.command;

import com.dotmac.platform.migrator.changelog.History;
import com.dotmac.platform.migrator.changelog.Standing;
import com.dotmac.platform.migrator.diagnosis.Ailment;
import com.dotmac.platform.migrator.diagnosis.Examination;
import com.dotmac.platform.migrator.footprint.Footprints;
import com.dotmac.platform.migrator.outcome.ExitCode;
import com.dotmac.platform.migrator.target.Connector;
import com.dotmac.platform.migrator.target.Target;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import net.sourceforge.argparse4j.inf.Subparser;

/** {@code db doctor}: what is wrong with a managed database, and what to do about it. */
final class DoctorVerb implements Verb {

  @Override
  public String name() {
    return "doctor";
  }

  @Override
  public String description() {
    return "Looks for what is wrong: missing objects, invalid indexes, stale locks, wrong rights.";
  }

  @Override
  public void configure(Subparser parser) {
    // Has no options of its own.
  }

  @Override
  public ExitCode run(Invocation invocation) throws SQLException {
    Target target = invocation.target();
    Footprints footprints = Footprints.of(invocation.changelog());
    try (Connection connection = Connector.open(target)) {
      History history = History.read(connection);
      Guard.refuseUnsafe(target, Standing.of(invocation.changelog().changes(), history));
      List<Ailment> ailments = Examination.of(connection, footprints, history);
      invocation.report().put("ailments", ailments);
      tell(target, ailments, invocation.out());
      return ailments.isEmpty() ? ExitCode.DONE : ExitCode.DRIFT;
    }
  }

  private static void tell(Target target, List<Ailment> ailments, PrintStream out) {
    for (Ailment ailment : ailments) {
      out.println("  " + ailment.type().word() + ": " + ailment.object());
      out.println("      " + ailment.why());
      if (ailment.change() != null) {
        out.println("      made by " + ailment.change());
      }
      ailment.cure().forEach(step -> out.println("      cure: " + step));
    }
    out.println(
        Words.capital(target.describe())
            + (ailments.isEmpty()
                ? " is well"
                : ": " + Words.count(ailments.size(), "thing") + " wrong"));
  }
}
