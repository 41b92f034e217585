package com.dotmac.platform.migrator.command;

import com.dotmac.platform.migrator.changelog.QuietLiquibase;
import com.dotmac.platform.migrator.outcome.ExitCode;
import com.dotmac.platform.migrator.report.Report;
import com.dotmac.platform.migrator.target.Target;
import io.dropwizard.core.Configuration;
import io.dropwizard.core.cli.Cli;
import io.dropwizard.core.cli.ConfiguredCommand;
import io.dropwizard.core.setup.Bootstrap;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;

/**
 * The {@code db} command: parses the command line and the configuration with Dropwizard, then hands
 * a plain target to the verb. Beside our own verbs it offers those of dropwizard-migrations that do
 * no harm; {@code clear-checksums}, {@code fast-forward} and {@code test} are left out on purpose.
 *
 * @param <C> the configuration class
 */
public final class DatabaseCommand<C extends Configuration> extends ConfiguredCommand<C> {
  private static final String VERB = "verb";

  private final Class<C> configurationClass;
  private final Function<C, Target> target;
  private final PrintStream out;
  private final Report report;
  private final Map<String, Verb> verbs = new LinkedHashMap<>();
  private ExitCode exitCode = ExitCode.DONE;

  /**
   * @param target reads the database to work on from the configuration
   * @param out for help
   * @param report for everything else
   */
  public DatabaseCommand(
      Class<C> configurationClass, Function<C, Target> target, PrintStream out, Report report) {
    super("db", "Makes and examines the tables of the database");
    this.configurationClass = configurationClass;
    this.target = target;
    this.out = out;
    this.report = report;
    for (String name : Verbs.NAMES) {
      add(Objects.requireNonNull(Verbs.of(name)));
    }
    StockVerb.all(configurationClass).forEach(this::add);
  }

  /** How the last run ended; meaningful when it did not throw. */
  public ExitCode exitCode() {
    return exitCode;
  }

  @Override
  protected Class<C> getConfigurationClass() {
    return configurationClass;
  }

  @Override
  public void configure(Subparser parser) {
    for (Verb verb : verbs.values()) {
      Subparser child =
          parser
              .addSubparsers()
              .title("verbs")
              .metavar("VERB")
              .addParser(verb.name(), false)
              .help(verb.description())
              .description(verb.description())
              .setDefault(VERB, verb.name());
      if (verb instanceof StockVerb) {
        verb.configure(child);
        Verbs.configureAll(child, out);
      } else {
        Verbs.configure(verb, child, out);
      }
    }
  }

  @Override
  protected void run(Bootstrap<C> bootstrap, Namespace options, C configuration) throws Exception {
    if (Boolean.TRUE.equals(options.getBoolean("verbose"))) {
      QuietLogging.talkative().configure(bootstrap.getMetricRegistry(), getName());
      QuietLiquibase.unsilence();
    }
    Verb verb = Objects.requireNonNull(verbs.get(options.getString(VERB)));
    exitCode = VerbRun.perform(verb, options, target.apply(configuration), report, null);
  }

  /** Says nothing here: the application reports every failure in one place. */
  @Override
  public void onError(Cli cli, Namespace namespace, Throwable e) {
    // The command line runner returns the failure to the application.
  }

  private void add(Verb verb) {
    verbs.put(verb.name(), verb);
  }
}
