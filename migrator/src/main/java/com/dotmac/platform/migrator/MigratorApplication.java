package com.dotmac.platform.migrator;

import ch.qos.logback.classic.Level;
import com.dotmac.platform.migrator.command.DatabaseCommand;
import com.dotmac.platform.migrator.outcome.ExitCode;
import com.dotmac.platform.migrator.report.Report;
import io.dropwizard.core.Application;
import io.dropwizard.core.cli.Cli;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.core.setup.Environment;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Map;

/**
 * The migrator: {@code java -jar migrator.jar db VERB [configuration file]}.
 *
 * <p>It is a command line program on Dropwizard's parts and has no server: the commands {@code
 * server} and {@code check} are left out.
 */
public final class MigratorApplication extends Application<MigratorConfiguration> {
  private static final String[] HELP = {"db", "--help"};

  private final Map<String, String> environment;

  private MigratorApplication(Map<String, String> environment) {
    this.environment = environment;
  }

  /**
   * Runs a command line with all of Dropwizard.
   *
   * @param environment variables, as of a process
   * @param out for help
   * @param report for everything else
   * @param args the command line
   * @return how it ended
   * @throws com.dotmac.platform.migrator.outcome.Refusal when it was not done
   */
  static ExitCode run(
      Map<String, String> environment, PrintStream out, Report report, String... args) {
    return new MigratorApplication(environment).perform(out, report, args);
  }

  private ExitCode perform(PrintStream out, Report report, String... args) {
    DatabaseCommand<MigratorConfiguration> database =
        new DatabaseCommand<>(
            MigratorConfiguration.class, MigratorConfiguration::target, out, report);
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
