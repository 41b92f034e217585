package com.dotmac.platform.migrator.command;

import com.dotmac.platform.migrator.adoption.Adopter;
import com.dotmac.platform.migrator.adoption.Adoption;
import com.dotmac.platform.migrator.adoption.ChangeFinding;
import com.dotmac.platform.migrator.adoption.Plan;
import com.dotmac.platform.migrator.adoption.State;
import com.dotmac.platform.migrator.changelog.Engine;
import com.dotmac.platform.migrator.changelog.History;
import com.dotmac.platform.migrator.changelog.Standing;
import com.dotmac.platform.migrator.footprint.Footprints;
import com.dotmac.platform.migrator.lock.DeploymentLock;
import com.dotmac.platform.migrator.outcome.ExitCode;
import com.dotmac.platform.migrator.outcome.Refusal;
import com.dotmac.platform.migrator.target.Connector;
import com.dotmac.platform.migrator.target.Target;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import liquibase.exception.LiquibaseException;
import net.sourceforge.argparse4j.impl.Arguments;
import net.sourceforge.argparse4j.inf.Subparser;

/** {@code db adopt}: takes over a database that has tables but no history, or a wrong one. */
final class AdoptVerb implements Verb {
  private static final int PATIENCE_SECONDS = 60;

  @Override
  public String name() {
    return "adopt";
  }

  @Override
  public String description() {
    return "Takes over a database that was made elsewhere: shows a plan; carries it out with --apply.";
  }

  @Override
  public void configure(Subparser parser) {
    parser
        .addArgument("--apply")
        .action(Arguments.storeTrue())
        .help("carry the plan out: stamp what is there, run what is absent");
    parser
        .addArgument("--complete")
        .action(Arguments.storeTrue())
        .help(
            "with --apply: also add the constraints, indexes, rights and the like that are missing");
    RewriteGuard.configure(parser);
    parser
        .addArgument("--wait")
        .metavar("SECONDS")
        .type(Integer.class)
        .setDefault(PATIENCE_SECONDS)
        .help("how long to wait for another migrator (default: " + PATIENCE_SECONDS + ")");
  }

  @Override
  public ExitCode run(Invocation invocation) throws SQLException, LiquibaseException {
    Target target = invocation.target();
    boolean apply = Boolean.TRUE.equals(invocation.options().getBoolean("apply"));
    Footprints footprints = Footprints.of(invocation.changelog());
    if (!apply) {
      try (Connection connection = Connector.open(target)) {
        return planned(invocation, plan(invocation, connection, footprints));
      }
    }
    Duration patience = Duration.ofSeconds(invocation.options().getInt("wait"));
    Recorder recorder = new Recorder(name(), target, invocation.out());
    try (DeploymentLock lock = recorder.acquire(patience);
        Connection connection = lock.open()) {
      return recorder.recorded(
          lock,
          () -> {
            Plan plan = plan(invocation, connection, footprints);
            if (plan.nothingToDo()) {
              return planned(invocation, plan);
            }
            Guard.refuseWithoutRights(target, connection);
            refuseIncomplete(invocation, plan);
            RewriteGuard rewrites = new RewriteGuard(invocation, "db adopt --apply");
            rewrites.tellAndRefuse(
                rewrites.find(
                    connection,
                    plan.in(State.ABSENT).stream().map(ChangeFinding::change).toList()));
            List<Done> done = carryOut(invocation, connection, footprints, plan);
            // Recorded only now: nothing at all is left in a database that is not adopted.
            done.forEach(step -> recorder.adopted(step.change(), step.what()));
            recorder.begin(lock);
            return ExitCode.DONE;
          });
    }
  }

  private static Plan plan(Invocation invocation, Connection connection, Footprints footprints)
      throws SQLException {
    History history = History.read(connection);
    Guard.refuseUntrue(invocation.target(), Standing.of(invocation.changelog().changes(), history));
    Plan plan = Adoption.plan(connection, invocation.changelog(), footprints, history);
    invocation.report().put("plan", plan);
    PlanText.print(invocation.target(), plan, invocation.out());
    if (!plan.in(State.CONFLICTING).isEmpty()) {
      throw conflicting(invocation.target(), plan);
    }
    return plan;
  }

  private static ExitCode planned(Invocation invocation, Plan plan) {
    PrintStream out = invocation.out();
    if (plan.nothingToDo()) {
      out.println(
          Words.capital(invocation.target().describe())
              + " is managed, and its history is true; nothing to do");
      return ExitCode.DONE;
    }
    boolean completes = plan.objects(State.COMPLETABLE).findAny().isPresent();
    out.println(
        "Nothing was changed. To carry this out: java -jar migrator.jar db adopt --apply"
            + (completes ? " --complete" : ""));
    return ExitCode.PENDING;
  }

  private static void refuseIncomplete(Invocation invocation, Plan plan) {
    long completable = plan.objects(State.COMPLETABLE).count();
    if (completable > 0 && !Boolean.TRUE.equals(invocation.options().getBoolean("complete"))) {
      throw new Refusal(
          ExitCode.REFUSED,
          "the adoption of " + invocation.target().describe() + " would leave things missing",
          Words.count(Math.toIntExact(completable), "object")
              + " would have to be completed first, with the SQL shown above: a change is only"
              + " stamped when all it makes is there. Nothing was changed.",
          "java -jar migrator.jar db adopt --apply --complete",
          null);
    }
  }

  private static List<Done> carryOut(
      Invocation invocation, Connection connection, Footprints footprints, Plan plan)
      throws SQLException, LiquibaseException {
    Target target = invocation.target();
    List<Done> done = new ArrayList<>();
    Adopter adopter =
        new Adopter(
            connection, target.describe(), footprints, (id, what) -> done.add(new Done(id, what)));
    List<String> left = adopter.apply(plan, invocation.changelog());
    // Told only now: until the transaction ended none of it was true.
    invocation.report().put("done", done);
    done.forEach(step -> invocation.out().println("  " + step.change() + "  " + step.what()));
    if (!left.isEmpty()) {
      new Engine(invocation.changelog(), target.describe())
          .apply(
              connection,
              (id, took) -> {
                done.add(new Done(id, "run"));
                invocation.out().println("  " + id + "  run" + Words.step(took));
              });
    }
    invocation
        .out()
        .println(
            Words.capital(target.describe())
                + " is adopted; see it with: java -jar migrator.jar db verify");
    return done;
  }

  private static Refusal conflicting(Target target, Plan plan) {
    StringBuilder why = new StringBuilder();
    plan.objects(State.CONFLICTING)
        .limit(10)
        .forEach(
            finding -> why.append(finding.object()).append(' ').append(finding.why()).append('\n'));
    long more = plan.objects(State.CONFLICTING).count() - 10;
    if (more > 0) {
      why.append("and ").append(more).append(" more, shown above\n");
    }
    return new Refusal(
        ExitCode.REFUSED,
        target.describe() + " cannot be adopted as it is",
        why + "Nothing was changed.",
        "if this database is ours, mend each of these by hand and look at the plan again;\n"
            + "if it is another product's, point DATABASE_URL at an empty database",
        null);
  }

  /** What was done with one change, in the report. */
  private record Done(String change, String what) {}
}
