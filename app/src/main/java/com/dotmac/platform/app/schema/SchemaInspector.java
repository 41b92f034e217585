package com.dotmac.platform.app.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;

/** Tells what the database is to this build. Reads, and never writes. */
final class SchemaInspector {

  private final SchemaJudgement judgement;
  private final SchemaConnections connections;
  private final Clock clock;

  /**
   * An inspector of one database.
   *
   * @param judgement of the build
   * @param connections how to connect
   * @param clock tells when a look ended
   */
  SchemaInspector(SchemaJudgement judgement, SchemaConnections connections, Clock clock) {
    this.judgement = judgement;
    this.connections = connections;
    this.clock = clock;
  }

  /**
   * Looks at the database. Never fails: no answer is an answer.
   *
   * @param known changes of the look before, which stand when there is no answer
   */
  SchemaLook inspect(List<RecordedChange> known) {
    try (Connection connection = connections.open()) {
      SchemaReport report = judgement.of(SchemaQuery.ask(connection));
      return look(
          report, report.databaseVersion() == null ? List.of() : ChangeRecords.read(connection));
    } catch (SQLException e) {
      return look(judgement.unreachable(SchemaConnections.reason(e)), known);
    }
  }

  private SchemaLook look(SchemaReport report, List<RecordedChange> changes) {
    return new SchemaLook(report, changes, clock.instant(), System.nanoTime());
  }
}
