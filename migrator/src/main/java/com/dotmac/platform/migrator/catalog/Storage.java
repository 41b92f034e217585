package com.dotmac.platform.migrator.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Where the tables lie and by which numbers the server knows them and their columns: what a {@link
 * Catalog} leaves out because it differs between two equal databases. Two looks at one database
 * tell what was written anew and what only got another name.
 */
public final class Storage {
  /** That of a database without tables. */
  public static final Storage NONE = new Storage(Map.of());

  private final Map<Long, StoredTable> tables;

  private Storage(Map<Long, StoredTable> tables) {
    this.tables = new TreeMap<>(tables);
  }

  static Storage read(Statement statement) throws SQLException {
    Map<Long, StoredTable> tables = new HashMap<>();
    Map<Long, Map<Integer, String>> columns = new HashMap<>();
    String query = CatalogReader.text("ours.sql") + CatalogReader.text("storage.sql");
    try (ResultSet row = statement.executeQuery(query)) {
      while (row.next()) {
        long number = row.getLong("table_number");
        Map<Integer, String> ofTable = columns.computeIfAbsent(number, key -> new TreeMap<>());
        String column = row.getString("column_name");
        if (column != null) {
          ofTable.put(row.getInt("column_number"), column);
        }
        tables.put(
            number,
            new StoredTable(
                row.getString("name"), row.getString("root"), row.getString("file"), ofTable));
      }
    }
    return new Storage(tables);
  }

  /**
   * Tables and materialized views that were there before and have been written anew, by the names
   * they had, sorted: those that lie in another file, and those that were replaced by another table
   * under the same name. A partition is told as the table it is a part of. Truncating a table looks
   * the same.
   */
  public List<String> rewrittenSince(Storage before) {
    TreeSet<String> rewritten = new TreeSet<>();
    before.tables.forEach(
        (number, then) -> {
          StoredTable now = tables.get(number);
          if (now == null ? has(then.name()) : then.rewrittenIn(now)) {
            rewritten.add(then.root());
          }
        });
    return List.copyOf(rewritten);
  }

  /** Tables and columns that have another name than before; a table with its columns. */
  public List<Renaming> renamedSince(Storage before) {
    List<Renaming> renamed = new ArrayList<>();
    before.tables.forEach(
        (number, then) -> {
          StoredTable now = tables.get(number);
          if (now != null) {
            add(renamed, Kind.TABLE + " " + then.name(), Kind.TABLE + " " + now.name());
            then.columns()
                .forEach(
                    (column, name) -> {
                      String nowCalled = now.columns().get(column);
                      if (nowCalled != null) {
                        add(renamed, column(then, name), column(now, nowCalled));
                      }
                    });
          }
        });
    return List.copyOf(renamed);
  }

  private boolean has(String name) {
    return tables.values().stream().anyMatch(table -> table.name().equals(name));
  }

  private static String column(StoredTable table, String name) {
    return Kind.COLUMN + " " + table.name() + "." + name;
  }

  private static void add(List<Renaming> renamed, String from, String to) {
    if (!from.equals(to)) {
      renamed.add(new Renaming(from, to));
    }
  }
}
