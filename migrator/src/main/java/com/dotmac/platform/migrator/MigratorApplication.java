package com.dotmac.platform.migrator;

import ch.qos.logback.classic.Level;
import com.dotmac.platform.migrator.command.DatabaseCommand;
import com.dotmac.platform.migrator.outcome.ExitCode;
import com.dotmac.platform.migrator.outcome.Refusal;
import com.dotmac.platform.migrator.report.Report;
import com.dotmac.platform.migrator.target.DefaultTarget;
import io.dropwizard.core.Application;
import io.dropwizard.core.cli.Cli;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.core.setup.Environment;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;

/**
 * The migrator: {@code java -jar migrator.jar db VERB [configuration file]}.
 *
 * <p>It is a command line program on Dropwizard's parts and has no server: the commands {@code
 * server} and {@code check} are left out.
 */
public final class MigratorApplication extends Application<MigratorConfiguration> {
  private static final String JSON = "--json";
  private static final String[] HELP = {"db", "--help"};

  private final Map<String, String> environment;

  private MigratorApplication(Map<String, String> environment) {
    this.environment = environment;
  }

  /**
   * Runs a command line the long way inside this process, and never ends it.
   *
   * @param environment variables, as of a process
   * @param out for what was asked for
   * @param err for messages about the run
   * @param args the command line
   * @return the number of an {@link ExitCode}
   */
  public static int execute(
      Map<String, String> environment, PrintStream out, PrintStream err, String... args) {
    Report report = new Report(out, err, Arrays.asList(args).contains(JSON), Clock.systemUTC());
    String verb = args.length > 1 && !args[1].startsWith("-") ? args[1] : "";
    ExitCode exitCode;
    try {
      exitCode = new MigratorApplication(environment).perform(out, report, args);
      report.end(verb, exitCode, null);
    } catch (RuntimeException | LinkageError e) {
      Refusal refusal = Failures.refusal(e);
      exitCode = refusal.exitCode();
      err.println(refusal.text());
      if (Arrays.asList(args).contains("--verbose")) {
        e.printStackTrace(err);
      }
      report.end(verb, exitCode, refusal);
    }
    out.flush();
    err.flush();
    return exitCode.code();
  }

  private ExitCode perform(PrintStream out, Report report, String... args) {
    DatabaseCommand<MigratorConfiguration> database =
        new DatabaseCommand<>(
            MigratorConfiguration.class, MigratorConfiguration::target, out, report);
    if (DefaultTarget.isPlain() && directly(database, args)) {
      return database.exitCode();
    }
    Bootstrap<MigratorConfiguration> bootstrap = new Bootstrap<>(this);
    bootstrap.addCommand(database);
    bootstrap.setConfigurationFactoryFactory(
        (type, validator, mapper, prefix) -> new PackagedDefaults(environment, validator, mapper));
    // The runner words a mistyped command line in its own way; it is worded below like the rest.
    Cli cli = new Cli(new JarName(), bootstrap, out, OutputStream.nullOutputStream());
    Throwable failure = cli.run(asksForHelp(args) ? HELP : args).orElse(null);
    if (failure != null) {
      throw Failures.refusal(failure);
    }
    return database.exitCode();
  }

  private boolean directly(DatabaseCommand<MigratorConfiguration> database, String... args) {
    try {
      return database.runDirectly(() -> DefaultTarget.of(environment), args);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw Failures.refusal(e);
    }
  }

  private static boolean asksForHelp(String... args) {
    return args.length == 0
        || (args.length == 1 && (args[0].equals("-h") || args[0].equals("--help")));
  }

  @Override
  public String getName() {
    return "migrator";
  }

  /** Until the configuration is read nothing below an error is worth a line. */
  @Override
  protected Level bootstrapLogLevel() {
    return Level.ERROR;
  }

  /**
   * Never called: there is no server command.
   *
   * @throws UnsupportedOperationException always
   */
  @Override
  public void run(MigratorConfiguration configuration, Environment unused) {
    throw new UnsupportedOperationException("The migrator has no server");
  }
}
