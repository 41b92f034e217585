package com.dotmac.platform.it.schema;

import com.dotmac.platform.it.harness.TestDatabase;
import com.dotmac.platform.migrator.catalog.CatalogReader;
import com.dotmac.platform.migrator.catalog.Structure;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * S4: what the entities want and what the migrator made agree, both ways. Both sides are real
 * tables that one reader of the catalogue has read, so types and actions come in the server's own
 * words.
 *
 * <p>Compared: tables; columns with type, length, precision and NOT NULL; primary keys; uniqueness
 * over whole tables; foreign keys with columns, target and actions; values that a check leaves to
 * an enum. Not compared, because an entity cannot say it: names of constraints, indexes that only
 * make things fast, uniqueness with a condition or of an expression, exclusion, other checks,
 * defaults, comments, rights, row security, triggers. Those are held by the golden schema and by
 * the rules about tables.
 */
final class Conformance {
  /** Tables of ours that no entity maps, each with the reason. */
  static final Map<String, String> WITHOUT_ENTITY =
      Map.ofEntries(
          Map.entry("audit_chain_heads", "written by the database alone, when acts are committed"),
          Map.entry(
              "audit_chain_links",
              "written by the database alone, and read row by row to be proven"),
          Map.entry(
              "billing_event_cursors",
              "held and moved by one statement each, while a consumer is told"),
          Map.entry(
              "billing_event_heads", "written by the database alone, when facts are committed"),
          Map.entry("number_series", "drawn from by one statement that locks, counts and answers"),
          Map.entry(
              "idempotency_keys",
              "asked and written by one statement each, around the entities' own"),
          Map.entry(
              "scheduled_tasks",
              "belongs to db-scheduler, which plans and picks work by its own SQL"),
          Map.entry(
              "sign_in_attempts",
              "made, held and written by the same statements for every address"),
          Map.entry(
              "partner_commission_inputs",
              "added and summed in sets by one statement each, while facts are taken in"),
          Map.entry(
              "partner_export_chunks",
              "written and read piece by piece, so that no file is held in memory"));

  private final Structure wanted;
  private final Structure made;
  private final List<String> sentences = new ArrayList<>();

  private Conformance(Structure wanted, Structure made) {
    this.wanted = wanted;
    this.made = made;
  }

  /**
   * Every difference, one sentence each, with what to do about it.
   *
   * @param wanted tables that Hibernate made from the entities
   * @param made tables that the migrator made
   * @param withoutEntity tables that no entity maps, with the reason
   */
  static List<String> differences(
      Structure wanted, Structure made, Map<String, String> withoutEntity) {
    Conformance conformance = new Conformance(wanted, made);
    conformance.compareTables(withoutEntity);
    return conformance.sentences;
  }

  /** One side, as the reader of the migrator sees it. */
  static Structure structureOf(TestDatabase database) throws SQLException {
    try (Connection owner = database.connectAsOwner()) {
      return CatalogReader.readStructure(owner);
    }
  }

  private void compareTables(Map<String, String> withoutEntity) {
    Map<String, Structure.Table> mapped = byName(wanted.tables(), Structure.Table::name);
    Map<String, Structure.Table> there = byName(made.tables(), Structure.Table::name);
    mapped.forEach(
        (name, table) -> {
          Structure.Table other = there.get(name);
          if (other == null) {
            sentences.add(
                "Table %s is mapped by an entity and does not exist: write the change that makes it."
                    .formatted(name));
          } else {
            compareColumns(table, other);
            sentences.addAll(KeyAgreement.differences(name, wanted, made));
          }
        });
    for (String name : there.keySet()) {
      if (!mapped.containsKey(name) && !withoutEntity.containsKey(name)) {
        sentences.add(
            ("Table %s has no entity: map it and register the entity, list it in"
                    + " Conformance.WITHOUT_ENTITY with the reason, or write a change that drops it.")
                .formatted(name));
      }
    }
    for (String name : new TreeSet<>(withoutEntity.keySet())) {
      if (!there.containsKey(name) || mapped.containsKey(name)) {
        sentences.add(
            "Table %s is listed in Conformance.WITHOUT_ENTITY and need not be: take it off."
                .formatted(name));
      }
    }
  }

  private void compareColumns(Structure.Table mapped, Structure.Table there) {
    Map<String, Structure.Column> columns = byName(there.columns(), Structure.Column::name);
    for (Structure.Column column : mapped.columns()) {
      String name = mapped.name() + "." + column.name();
      Structure.Column other = columns.remove(column.name());
      if (other == null) {
        sentences.add(
            ("Column %s is in the entity and not in the table: write a change that adds it, or take"
                    + " the field away.")
                .formatted(name));
      } else {
        sentences.addAll(ColumnAgreement.differences(name, column, other));
        sentences.addAll(
            ChoiceAgreement.differences(
                name,
                choices(wanted, mapped.name(), column.name()),
                choices(made, mapped.name(), column.name())));
      }
    }
    for (String name : columns.keySet()) {
      sentences.add(
          "Column %s.%s is in the table and not in the entity: map it, or write a change that drops it."
              .formatted(mapped.name(), name));
    }
  }

  private static List<Structure.Choice> choices(Structure side, String table, String column) {
    return side.choices().stream()
        .filter(choice -> choice.table().equals(table) && choice.column().equals(column))
        .toList();
  }

  private static <T> Map<String, T> byName(List<T> things, Function<T, String> name) {
    return things.stream()
        .collect(
            Collectors.toMap(
                name, Function.identity(), (one, two) -> one, LinkedHashMap<String, T>::new));
  }
}
