package com.dotmac.platform.migrator.command;

import com.dotmac.platform.migrator.changelog.Changelog;
import com.dotmac.platform.migrator.changelog.QuietLiquibase;
import com.dotmac.platform.migrator.outcome.ExitCode;
import com.dotmac.platform.migrator.report.Report;
import com.dotmac.platform.migrator.target.Target;
import io.dropwizard.core.Configuration;
import io.dropwizard.core.cli.Cli;
import io.dropwizard.core.cli.ConfiguredCommand;
import io.dropwizard.core.setup.Bootstrap;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import liquibase.exception.LiquibaseException;
import net.sourceforge.argparse4j.impl.Arguments;
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
    add(new MigrateVerb());
    add(new StatusVerb());
    add(new VerifyVerb());
    add(new AdoptVerb());
    add(new DoctorVerb());
    add(new RollbackVerb());
    add(new DropAllVerb());
    add(new RolesVerb());
    add(new NewVerb());
    add(new SnapshotVerb());
    add(new DocsVerb());
    add(new ChecksumVerb());
    add(new LocksVerb());
    add(new RunsVerb());
    add(new LintVerb());
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
      verb.configure(child);
      if (!(verb instanceof StockVerb)) {
        configureShared(child);
      }
      child
          .addArgument("-h", "--help")
          .action(new HelpAction(out))
          .setDefault(Arguments.SUPPRESS)
          .help("show this help and exit");
      child
          .addArgument("--json")
          .action(Arguments.storeTrue())
          .help("print one JSON object on standard output, and the lines for people aside");
      child
          .addArgument("--verbose")
          .action(Arguments.storeTrue())
          .help("log what Liquibase does, and show stack traces");
    }
  }

  private void configureShared(Subparser child) {
    addFileArgument(child)
        .help(
            "configuration file; the packaged one reads DATABASE_URL, DATABASE_USER, DATABASE_PASSWORD");
    child
        .addArgument("--migrations")
        .metavar("FILE")
        .dest("migrations-file")
        .help("a list of changes to use instead of the packaged db/changelog.yaml");
  }

  /**
   * Runs a verb of ours without Dropwizard, whose start takes longer than most runs. That is
   * possible when no configuration file is named and nothing is to be logged.
   *
   * @param target of a run without a configuration file
   * @param args the whole command line
   * @return whether it was run; when not, nothing was done or said
   * @throws Exception as Dropwizard's way would throw it
   */
  public boolean runDirectly(Supplier<Target> target, String... args) throws Exception {
    Namespace options = DirectCommandLine.parse(this, args);
    if (options == null
        || verbs.get(options.getString(VERB)) instanceof StockVerb
        || options.getString("file") != null
        || Boolean.TRUE.equals(options.getBoolean("verbose"))) {
      return false;
    }
    QuietLiquibase.silence();
    perform(options, target.get());
    return true;
  }

  @Override
  protected void run(Bootstrap<C> bootstrap, Namespace options, C configuration) throws Exception {
    if (Boolean.TRUE.equals(options.getBoolean("verbose"))) {
      QuietLogging.talkative().configure(bootstrap.getMetricRegistry(), getName());
      QuietLiquibase.unsilence();
    }
    perform(options, target.apply(configuration));
  }

  private void perform(Namespace options, Target database) throws Exception {
    String list = options.getString("migrations-file");
    Changelog changelog = list == null ? Changelog.packaged() : Changelog.ofFile(Path.of(list));
    Verb verb = Objects.requireNonNull(verbs.get(options.getString(VERB)));
    report.about(database);
    try {
      exitCode = verb.run(new Invocation(database, changelog, options, report));
    } catch (SQLException e) {
      throw Guard.stopped(database, e);
    } catch (LiquibaseException e) {
      if (rootCause(e) instanceof SQLException sql) {
        throw Guard.stopped(database, sql);
      }
      throw e;
    }
  }

  /** Says nothing here: the application reports every failure in one place. */
  @Override
  public void onError(Cli cli, Namespace namespace, Throwable e) {
    // The command line runner returns the failure to the application.
  }

  private static Throwable rootCause(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }

  private void add(Verb verb) {
    verbs.put(verb.name(), verb);
  }
}
