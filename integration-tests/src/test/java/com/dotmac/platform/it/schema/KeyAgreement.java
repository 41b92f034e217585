package com.dotmac.platform.it.schema;

import com.dotmac.platform.migrator.catalog.Structure;
import com.dotmac.platform.migrator.catalog.Structure.Reference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether a table has the primary key, the uniqueness and the references that its entity declares.
 */
final class KeyAgreement {
  private final String table;
  private final List<String> sentences = new ArrayList<>();

  private KeyAgreement(String table) {
    this.table = table;
  }

  /** What is wrong with the keys of one table. */
  static List<String> differences(String table, Structure wanted, Structure made) {
    KeyAgreement agreement = new KeyAgreement(table);
    agreement.comparePrimary(agreement.primary(wanted), agreement.primary(made));
    agreement.compareUnique(agreement.unique(wanted), agreement.unique(made));
    agreement.compareReferences(agreement.references(wanted), agreement.references(made));
    return agreement.sentences;
  }

  private void comparePrimary(List<String> mapped, List<String> there) {
    if (!mapped.equals(there)) {
      sentences.add(
          "The primary key of %s is %s in the entity and %s in the table: mend @Id, or write a change that makes them the same."
              .formatted(table, columns(mapped), there.isEmpty() ? "missing" : columns(there)));
    }
  }

  private void compareUnique(List<List<String>> mapped, List<List<String>> there) {
    for (List<String> key : mapped) {
      if (!isAmong(there, key)) {
        sentences.add(
            "Table %s is unique in %s for the entity and not in the database: write a change that adds UNIQUE %s, or take @UniqueConstraint away."
                .formatted(table, columns(key), columns(key)));
      }
    }
    for (List<String> key : there) {
      if (!isAmong(mapped, key)) {
        sentences.add(
            "Table %s is unique in %s in the database and not for the entity: add @UniqueConstraint(columnNames = {%s}) to its @Table, or write a change that drops it."
                .formatted(
                    table,
                    columns(key),
                    key.stream().map("\"%s\""::formatted).collect(Collectors.joining(", "))));
      }
    }
  }

  private void compareReferences(
      Map<List<String>, Reference> mapped, Map<List<String>, Reference> there) {
    mapped.forEach(
        (own, reference) -> {
          Reference other = there.get(own);
          if (other == null) {
            sentences.add(
                "%s refers to %s in the entity and to nothing in the table: write a change that adds FOREIGN KEY %s REFERENCES %s %s%s."
                    .formatted(
                        subject(own),
                        reference.target(),
                        columns(own),
                        reference.target(),
                        columns(reference.targetColumns()),
                        reference.onDelete().equals("NO ACTION")
                            ? ""
                            : " ON DELETE " + reference.onDelete()));
          } else {
            compare(own, reference, other);
          }
        });
    there.forEach(
        (own, reference) -> {
          if (!mapped.containsKey(own)) {
            sentences.add(
                "%s refers to %s in the table and to nothing in the entity: add @References(\"%s\") to the field, or write a change that drops %s."
                    .formatted(
                        subject(own), reference.target(), reference.target(), reference.name()));
          }
        });
  }

  private void compare(List<String> own, Reference mapped, Reference there) {
    String wanted = mapped.target() + " " + columns(mapped.targetColumns());
    String actual = there.target() + " " + columns(there.targetColumns());
    if (!wanted.equals(actual)) {
      sentences.add(
          "%s refers to %s in the entity and to %s in the table: mend @References, or write a change that replaces %s."
              .formatted(subject(own), wanted, actual, there.name()));
    }
    if (!mapped.onDelete().equals(there.onDelete())) {
      sentences.add(
          "%s does ON DELETE %s in the entity and %s in the table: mend onDelete of @References, or write a change that replaces %s."
              .formatted(subject(own), mapped.onDelete(), there.onDelete(), there.name()));
    }
    if (!mapped.onUpdate().equals(there.onUpdate())) {
      sentences.add(
          "%s does ON UPDATE %s in the table, where a key never changes: write a change that replaces %s."
              .formatted(subject(own), there.onUpdate(), there.name()));
    }
  }

  /** In any order: that of an index matters to its speed, and to nothing that is unique. */
  private static boolean isAmong(List<List<String>> keys, List<String> key) {
    return keys.stream().anyMatch(other -> Set.copyOf(other).equals(Set.copyOf(key)));
  }

  private List<String> primary(Structure side) {
    return side.keys().stream()
        .filter(key -> key.table().equals(table) && key.primary())
        .findFirst()
        .map(Structure.Key::columns)
        .orElse(List.of());
  }

  private List<List<String>> unique(Structure side) {
    return side.keys().stream()
        .filter(key -> key.table().equals(table) && !key.primary())
        .map(Structure.Key::columns)
        .toList();
  }

  private Map<List<String>, Reference> references(Structure side) {
    Map<List<String>, Reference> references = new LinkedHashMap<>();
    side.references().stream()
        .filter(reference -> reference.table().equals(table))
        .forEach(reference -> references.putIfAbsent(reference.columns(), reference));
    return references;
  }

  /** The column that says whose id it is; the tenant that goes along is not worth a word. */
  private String subject(List<String> own) {
    return "Column " + table + "." + own.get(own.size() - 1);
  }

  private static String columns(List<String> names) {
    return "(" + String.join(", ", names) + ")";
  }
}
