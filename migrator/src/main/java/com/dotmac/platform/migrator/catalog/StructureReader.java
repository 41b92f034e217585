package com.dotmac.platform.migrator.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The part of the catalogue reader that takes tables apart. */
final class StructureReader {
  private StructureReader() {}

  /** Reads within the transaction and the settings of {@link CatalogReader}. */
  static Structure read(Statement statement) throws SQLException {
    Map<String, List<Structure.Column>> columns = new HashMap<>();
    try (ResultSet row = query(statement, "structure_column.sql")) {
      while (row.next()) {
        columns.computeIfAbsent(row.getString("parent"), t -> new ArrayList<>()).add(column(row));
      }
    }
    List<Structure.Table> tables = new ArrayList<>();
    try (ResultSet row = query(statement, "structure_table.sql")) {
      while (row.next()) {
        String name = row.getString("name");
        tables.add(
            new Structure.Table(
                name, row.getString("comment"), columns.getOrDefault(name, List.of())));
      }
    }
    List<Structure.Reference> references = new ArrayList<>();
    try (ResultSet row = query(statement, "structure_reference.sql")) {
      while (row.next()) {
        references.add(reference(row));
      }
    }
    return new Structure(tables, references, keys(statement), choices(statement));
  }

  private static List<Structure.Key> keys(Statement statement) throws SQLException {
    List<Structure.Key> keys = new ArrayList<>();
    try (ResultSet row = query(statement, "structure_key.sql")) {
      while (row.next()) {
        keys.add(
            new Structure.Key(
                row.getString("name"),
                row.getString("parent"),
                row.getBoolean("is_primary"),
                names(row, "columns")));
      }
    }
    return keys;
  }

  private static List<Structure.Choice> choices(Statement statement) throws SQLException {
    List<Structure.Choice> choices = new ArrayList<>();
    try (ResultSet row = query(statement, "structure_choice.sql")) {
      while (row.next()) {
        String column = row.getString("col");
        List<String> values = ListedValues.of(row.getString("definition"), column);
        if (!values.isEmpty()) {
          choices.add(
              new Structure.Choice(row.getString("name"), row.getString("parent"), column, values));
        }
      }
    }
    return choices;
  }

  private static Structure.Column column(ResultSet row) throws SQLException {
    return new Structure.Column(
        row.getString("name"),
        row.getString("type"),
        row.getBoolean("required"),
        row.getString("value"),
        row.getString("comment"),
        row.getBoolean("key"));
  }

  private static Structure.Reference reference(ResultSet row) throws SQLException {
    return new Structure.Reference(
        row.getString("name"),
        row.getString("parent"),
        names(row, "columns"),
        row.getString("target"),
        names(row, "target_columns"),
        row.getBoolean("optional"),
        row.getBoolean("single"),
        row.getString("on_delete"),
        row.getString("on_update"));
  }

  private static List<String> names(ResultSet row, String column) throws SQLException {
    return List.of((String[]) row.getArray(column).getArray());
  }

  private static ResultSet query(Statement statement, String file) throws SQLException {
    return statement.executeQuery(CatalogReader.text("ours.sql") + CatalogReader.text(file));
  }
}
