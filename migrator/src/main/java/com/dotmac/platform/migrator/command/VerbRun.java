package com.dotmac.platform.migrator.command;

import com.dotmac.platform.migrator.changelog.Changelog;
import com.dotmac.platform.migrator.outcome.ExitCode;
import com.dotmac.platform.migrator.report.Report;
import com.dotmac.platform.migrator.target.Target;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import liquibase.exception.LiquibaseException;
import net.sourceforge.argparse4j.inf.Namespace;
import org.jspecify.annotations.Nullable;

/** The run of a verb, however its command line and configuration were read. */
final class VerbRun {
  private VerbRun() {}

  /**
   * Runs it.
   *
   * @param options the parsed command line
   * @param lent an open connection to the database that may be used, or {@code null}
   * @throws LiquibaseException when Liquibase fails outside a change
   */
  static ExitCode perform(
      Verb verb, Namespace options, Target database, Report report, @Nullable Connection lent)
      throws LiquibaseException {
    String list = options.getString("migrations-file");
    Changelog changelog = list == null ? Changelog.packaged() : Changelog.ofFile(Path.of(list));
    report.about(database);
    try {
      return verb.run(new Invocation(database, changelog, options, report, lent));
    } catch (SQLException e) {
      throw Guard.stopped(database, e);
    } catch (LiquibaseException e) {
      if (rootCause(e) instanceof SQLException sql) {
        throw Guard.stopped(database, sql);
      }
      throw e;
    }
  }

  private static Throwable rootCause(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }
}
