package com.dotmac.platform.migrator.lint.measure;

import com.dotmac.platform.migrator.changelog.ChangeSource;
import com.dotmac.platform.migrator.changelog.Changelog;
import com.dotmac.platform.migrator.changelog.Engine;
import com.dotmac.platform.migrator.changelog.History;
import com.dotmac.platform.migrator.lint.Finding;
import com.dotmac.platform.migrator.lint.sql.ParsedSql;
import com.dotmac.platform.migrator.lint.sql.Structure;
import com.dotmac.platform.migrator.outcome.ExitCode;
import com.dotmac.platform.migrator.outcome.Refusal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import liquibase.Liquibase;
import liquibase.exception.LiquibaseException;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.StatementContext;

/**
 * One run of all changes in a scratch database, statement by statement, each change in the
 * transaction it asks for.
 */
public final class ScratchRun {
  private final Connection connection;
  private final String where;

  /**
   * @param connection to the database
   * @param where which one it is, for messages
   */
  public ScratchRun(Connection connection, String where) {
    this.connection = connection;
    this.where = where;
  }

  /**
   * What PostgreSQL did that others would feel, by path of the change file. The changes stay in the
   * database; their history is not written.
   *
   * @throws Refusal when the database is not empty, or a change fails
   * @throws SQLException when the connection breaks
   * @throws LiquibaseException when the tables of the history cannot be made
   */
  public Map<String, List<Finding>> run(Changelog changelog, List<ChangeSource> changes)
      throws SQLException, LiquibaseException {
    refuseUsed();
    // Grants of ours are on the tables of the history, so they must be there, empty.
    new Engine(changelog, where).run(connection, Liquibase::forceReleaseLocks);
    Map<String, List<Finding>> found = new LinkedHashMap<>();
    for (ChangeSource change : changes) {
      if (!found.containsKey(change.path())) {
        found.put(change.path(), measure(change));
      }
    }
    return found;
  }

  private List<Finding> measure(ChangeSource change) throws SQLException {
    ParsedSql sql = ParsedSql.of(change.text());
    connection.setAutoCommit(!change.inTransaction());
    Observation observation = new Observation(connection, change.path(), Structure.of(sql));
    for (StatementContext statement : sql.statements()) {
      int line = ParsedSql.line(statement);
      run(change, ParsedSql.source(statement), line);
      observation.look(line);
    }
    if (change.inTransaction()) {
      connection.commit();
    }
    connection.setAutoCommit(true);
    return observation.findings();
  }

  private void run(ChangeSource change, String sql, int line) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute(sql);
    } catch (SQLException e) {
      if (!connection.getAutoCommit()) {
        connection.rollback();
      }
      throw new Refusal(
          ExitCode.CHANGE_FAILED,
          "change %s failed on %s".formatted(change.id(), where),
          "%s line %d: %s".formatted(change.path(), line, e.getMessage()),
          "mend the change, drop and make the scratch database, then the same command again",
          e);
    }
  }

  private void refuseUsed() throws SQLException {
    History history = History.read(connection);
    if (!history.entries().isEmpty() || !history.tables().isEmpty()) {
      throw new Refusal(
          ExitCode.REFUSED,
          where + " is not empty",
          "db lint --against-database runs every change and leaves them there; it does so only in"
              + " a database that nobody uses. Nothing was run.",
          "create an empty database and point DATABASE_URL at it",
          null);
    }
  }
}
