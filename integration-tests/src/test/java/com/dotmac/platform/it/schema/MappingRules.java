package com.dotmac.platform.it.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Entities and tables agree, both ways. Hibernate's own validation stops at the first missing
 * column and sees no length, nullability, key or foreign key; this sees them all.
 */
final class MappingRules {
  /** Tables of ours that no entity maps, each with the reason. */
  static final Map<String, String> WITHOUT_ENTITY =
      Map.of("number_series", "drawn from by one statement that locks, counts and answers");

  private final Connection connection;
  private final Map<String, Mapping> mappings = new TreeMap<>();
  private final List<String> sentences = new ArrayList<>();

  private MappingRules(Connection connection, Collection<Class<?>> entities) {
    this.connection = connection;
    Mapping.of(entities).forEach(mapping -> mappings.put(mapping.name(), mapping));
  }

  /** Every difference between what these entities say and what the catalogue says. */
  static List<String> differences(
      Connection connection, Collection<Class<?>> entities, Map<String, String> withoutEntity)
      throws SQLException {
    MappingRules rules = new MappingRules(connection, entities);
    rules.compareTables(withoutEntity);
    return rules.sentences;
  }

  private void compareTables(Map<String, String> withoutEntity) throws SQLException {
    List<String> tables = Catalog.ask(connection, "SELECT name FROM ours ORDER BY name");
    for (String table : tables) {
      Mapping mapping = mappings.get(table);
      if (mapping != null) {
        compareColumns(mapping);
        compareIdentifier(mapping);
        compareReferences(mapping);
      } else if (!withoutEntity.containsKey(table)) {
        sentences.add(
            "Table %s has no entity: map it, or list it in MappingRules with the reason."
                .formatted(table));
      }
    }
    for (String table : mappings.keySet()) {
      if (!tables.contains(table)) {
        sentences.add(
            "Table %s is mapped and does not exist: write the change that makes it."
                .formatted(table));
      }
    }
    for (String table : new TreeSet<>(withoutEntity.keySet())) {
      if (!tables.contains(table) || mappings.containsKey(table)) {
        sentences.add(
            "Table %s is listed in MappingRules as one without an entity: take it off."
                .formatted(table));
      }
    }
  }

  private void compareColumns(Mapping mapping) throws SQLException {
    Map<String, String> there = new LinkedHashMap<>();
    for (String column :
        Catalog.ask(
            connection,
            """
            SELECT name || ' ' || type || CASE WHEN required THEN ' NOT NULL' ELSE '' END
            FROM cols WHERE table_name = ? ORDER BY attnum
            """,
            mapping.name())) {
      String[] parts = column.split(" ", 2);
      there.put(parts[0], parts[1]);
    }
    for (Mapping.Shape column : mapping.columns()) {
      String name = mapping.name() + "." + column.name();
      String actual = there.remove(column.name());
      String mapped = typeInDatabaseWords(column);
      if (actual == null) {
        sentences.add(
            "Column %s is mapped and does not exist: write the change that adds it."
                .formatted(name));
      } else if (!actual.equals(mapped)) {
        sentences.add(
            "Column %s is mapped as %s and is %s: mend the entity or change the table."
                .formatted(name, mapped, actual));
      }
    }
    for (String name : there.keySet()) {
      sentences.add(
          "Column %s.%s is not mapped: a column without a reader is dropped."
              .formatted(mapping.name(), name));
    }
  }

  /** PostgreSQL itself translates Hibernate's name of a type into the one the catalogue uses. */
  private String typeInDatabaseWords(Mapping.Shape column) throws SQLException {
    String type =
        Catalog.ask(
                connection,
                "SELECT coalesce(format_type(to_regtype(?), to_regtypemod(?)), ?)",
                column.type(),
                column.type(),
                column.type())
            .get(0)
            // Six digits are what PostgreSQL keeps anyway.
            .replace("timestamp(6)", "timestamp");
    return column.required() ? type + " NOT NULL" : type;
  }

  private void compareIdentifier(Mapping mapping) throws SQLException {
    List<String> expected = new ArrayList<>();
    if (mapping.ofTenant()) {
      expected.add("tenant_id");
    }
    expected.addAll(mapping.identifier());
    List<String> actual =
        Catalog.ask(
            connection,
            """
            SELECT cols.name FROM ours JOIN pg_index i ON i.indrelid = ours.oid AND i.indisprimary,
              unnest(i.indkey::smallint[]) WITH ORDINALITY u(attnum, place), cols
            WHERE ours.name = ? AND cols.oid = ours.oid AND cols.attnum = u.attnum ORDER BY u.place
            """,
            mapping.name());
    if (!actual.equals(expected)) {
      sentences.add(
          "Table %s: its entity is identified by %s, its primary key is %s: make them the same."
              .formatted(mapping.name(), expected, actual));
    }
  }

  private void compareReferences(Mapping mapping) throws SQLException {
    List<String> actual =
        Catalog.ask(
            connection,
            """
            SELECT array_to_string(array_remove(keys.columns, 'tenant_id'), ',') || '>' || target.name
            FROM keys JOIN ours target ON target.oid = keys.confrelid WHERE keys.table_name = ?
            """,
            mapping.name());
    for (Mapping.Reference reference : mapping.references()) {
      String columns = String.join(",", reference.columns());
      if (!actual.contains(columns + ">" + reference.target())) {
        sentences.add(
            "Association %s.%s has no foreign key to %s: add one in a change."
                .formatted(mapping.name(), columns, reference.target()));
      }
    }
  }
}
