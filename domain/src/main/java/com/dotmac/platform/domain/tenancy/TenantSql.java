package com.dotmac.platform.domain.tenancy;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * Plain SQL of a tenant, in the transaction of the current unit of work, for what is done with many
 * rows at once. What Hibernate holds is sent first, so that both see the same.
 *
 * <p>Row security counts here as everywhere: the transaction has named its tenant.
 */
public final class TenantSql {

  private final TenantSessions sessions;

  /**
   * SQL in the sessions of one database.
   *
   * @param sessions where the current session comes from
   */
  public TenantSql(TenantSessions sessions) {
    this.sessions = sessions;
  }

  /**
   * Reads rows.
   *
   * @param sql with a question mark for each parameter; a collection of identifiers is an array
   * @param parameters identifiers, texts, numbers, instants, and collections of identifiers
   */
  public <T> List<T> list(
      TenantScope scope, String sql, RowReader<T> reader, Object... parameters) {
    return work(
        scope,
        connection -> {
          try (PreparedStatement statement = prepare(connection, sql, List.of(parameters));
              ResultSet row = statement.executeQuery()) {
            List<T> rows = new ArrayList<>();
            while (row.next()) {
              rows.add(reader.read(row));
            }
            return rows;
          }
        });
  }

  /**
   * Changes rows.
   *
   * @param sql as for {@link #list}
   * @param parameters as for {@link #list}
   * @return how many were changed
   */
  public int change(TenantScope scope, String sql, Object... parameters) {
    return work(
        scope,
        connection -> {
          try (PreparedStatement statement = prepare(connection, sql, List.of(parameters))) {
            return statement.executeUpdate();
          }
        });
  }

  /**
   * Runs one statement over many rows that are handed over as a relation.
   *
   * @param sql has {@code %s} where the relation stands, {@code FROM %s AS given}
   * @param columns of the relation
   * @param rows of the relation; none: nothing is done
   * @param reader reads what the statement returns
   * @return what the statement returned
   */
  public <R, T> List<T> withRows(
      TenantScope scope, String sql, List<Column<R>> columns, List<R> rows, RowReader<T> reader) {
    if (rows.isEmpty()) {
      return List.of();
    }
    return work(
        scope,
        connection -> {
          try (PreparedStatement statement = prepare(connection, sql, columns, rows)) {
            List<T> answers = new ArrayList<>();
            if (statement.execute()) {
              ResultSet row = statement.getResultSet();
              while (row.next()) {
                answers.add(reader.read(row));
              }
            }
            return answers;
          }
        });
  }

  /**
   * Adds many rows to a table in one statement.
   *
   * @param table its name; the tenant's column is filled by itself
   * @param columns which are given
   * @param rows what to add; none: nothing is done
   */
  public <R> void insert(TenantScope scope, String table, List<Column<R>> columns, List<R> rows) {
    String names = columns.stream().map(Column::name).collect(Collectors.joining(", "));
    withRows(
        scope,
        "INSERT INTO "
            + table
            + " (tenant_id, "
            + names
            + ") SELECT current_tenant_id(), "
            + names
            + " FROM %s AS given",
        columns,
        rows,
        row -> row);
  }

  private <T> T work(TenantScope scope, Work<T> work) {
    Session session = sessions.of(scope);
    session.flush();
    return session.doReturningWork(work::on);
  }

  private static <R> PreparedStatement prepare(
      Connection connection, String sql, List<Column<R>> columns, List<R> rows)
      throws SQLException {
    String arrays =
        columns.stream()
            .map(column -> "?::" + column.type() + "[]")
            .collect(Collectors.joining(", "));
    String names = columns.stream().map(Column::name).collect(Collectors.joining(", "));
    PreparedStatement statement =
        connection.prepareStatement(
            sql.replace("%s AS given", "unnest(" + arrays + ") AS given (" + names + ")"));
    int place = 0;
    for (Column<R> column : columns) {
      place++;
      Object[] values = rows.stream().map(row -> text(column.value().apply(row))).toArray();
      statement.setArray(place, connection.createArrayOf(column.type(), values));
    }
    return statement;
  }

  private static PreparedStatement prepare(Connection connection, String sql, List<Object> values)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    int place = 0;
    for (Object value : values) {
      place++;
      if (value instanceof Instant instant) {
        statement.setObject(place, instant.atOffset(ZoneOffset.UTC));
      } else if (value instanceof Collection<?> ids) {
        Array array = connection.createArrayOf("uuid", ids.toArray(UUID[]::new));
        statement.setArray(place, array);
      } else {
        statement.setObject(place, value);
      }
    }
    return statement;
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  /**
   * A column of a relation.
   *
   * @param name in the relation and in the table
   * @param type of PostgreSQL, {@code uuid}
   * @param value of a row; its text is what is sent
   */
  public record Column<R>(String name, String type, Function<R, @Nullable Object> value) {}

  /** Reads a row. */
  @FunctionalInterface
  public interface RowReader<T> {
    /** Reads the row on which the result stands. */
    T read(ResultSet row) throws SQLException;
  }

  @FunctionalInterface
  private interface Work<T> {
    T on(Connection connection) throws SQLException;
  }
}
