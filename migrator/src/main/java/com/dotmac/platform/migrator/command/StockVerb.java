package com.dotmac.platform.migrator.command;

import com.dotmac.platform.migrator.changelog.Engine;
import com.dotmac.platform.migrator.changelog.History;
import com.dotmac.platform.migrator.changelog.Standing;
import com.dotmac.platform.migrator.lock.DeploymentLock;
import com.dotmac.platform.migrator.outcome.ExitCode;
import com.dotmac.platform.migrator.outcome.Refusal;
import io.dropwizard.core.Configuration;
import io.dropwizard.db.DataSourceFactory;
import io.dropwizard.db.DatabaseConfiguration;
import io.dropwizard.migrations.AbstractLiquibaseCommand;
import io.dropwizard.migrations.DbDumpCommand;
import io.dropwizard.migrations.DbPrepareRollbackCommand;
import io.dropwizard.migrations.DbTagCommand;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import liquibase.Liquibase;
import liquibase.exception.LiquibaseException;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;

/**
 * A verb taken over from dropwizard-migrations. It gets our connection and our lock, and what it
 * prints becomes part of the report.
 */
final class StockVerb implements Verb {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final AbstractLiquibaseCommand<?> command;
  private final Work work;

  private StockVerb(AbstractLiquibaseCommand<?> command, Work work) {
    this.command = command;
    this.work = work;
  }

  /** The stock verbs that work on our changes. */
  static <C extends Configuration> List<Verb> all(Class<C> type) {
    // Never asked: these commands are handed a connection and do not open one.
    DatabaseConfiguration<C> source = unused -> new DataSourceFactory();
    String list = "db/changelog.yaml";
    Supplier<DbTagCommand<C>> tag = () -> new DbTagCommand<>(source, type, list);
    Supplier<DbPrepareRollbackCommand<C>> prepareRollback =
        () -> new DbPrepareRollbackCommand<>(source, type, list);
    Supplier<DbDumpCommand<C>> dump = () -> new DbDumpCommand<>(source, type, list);
    // Each run makes a new one: a command keeps the standard output that it finds when it is made.
    return List.of(
        new StockVerb(tag.get(), (options, it) -> tag.get().run(options, it)),
        new StockVerb(
            prepareRollback.get(), (options, it) -> prepareRollback.get().run(options, it)),
        new StockVerb(dump.get(), (options, it) -> dump.get().run(options, it)));
  }

  @Override
  public String name() {
    return command.getName();
  }

  @Override
  public String description() {
    return command.getDescription();
  }

  @Override
  public void configure(Subparser parser) {
    command.configure(parser);
  }

  @Override
  public ExitCode run(Invocation invocation) throws SQLException, LiquibaseException {
    try (DeploymentLock lock =
            DeploymentLock.acquire(invocation.target(), PATIENCE, invocation.err()::println);
        Connection connection = lock.open()) {
      // Liquibase would make a history in any database, and the tables in it would be taken for
      // ours.
      Guard.refuseUnsafe(
          invocation.target(),
          Standing.of(invocation.changelog().changes(), History.read(connection)));
      Engine engine = new Engine(invocation.changelog(), invocation.target().describe());
      String printed =
          StandardOutput.of(
              () -> engine.run(connection, liquibase -> stock(invocation.options(), liquibase)));
      if (!invocation.report().json()) {
        invocation.out().print(printed);
      }
      invocation.report().put("output", printed);
      invocation.err().println("db " + name() + " done on " + invocation.target().describe());
      return ExitCode.DONE;
    }
  }

  private void stock(Namespace options, Liquibase liquibase) throws LiquibaseException {
    try {
      work.run(options, liquibase);
    } catch (LiquibaseException | RuntimeException e) {
      if (e instanceof IllegalArgumentException) {
        throw usage(e);
      }
      throw e;
    } catch (Exception e) {
      throw new LiquibaseException(e);
    }
  }

  private Refusal usage(Exception e) {
    return new Refusal(
        ExitCode.USAGE,
        "db " + name() + " was not given what it needs",
        String.valueOf(e.getMessage()),
        "java -jar migrator.jar db " + name() + " --help",
        e);
  }

  private interface Work {
    void run(Namespace options, Liquibase liquibase) throws Exception;
  }
}
