package com.dotmac.platform.it.schema;

import com.dotmac.platform.migrator.catalog.Structure;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether a check leaves a column exactly the values that its enum has. */
final class ChoiceAgreement {
  private ChoiceAgreement() {}

  /**
   * What is wrong with one column.
   *
   * @param mapped the values of its enum; none when the field is no enum
   * @param there the checks that list values; several leave what all of them have
   */
  static List<String> differences(
      String column, List<Structure.Choice> mapped, List<Structure.Choice> there) {
    if (mapped.isEmpty() && there.isEmpty()) {
      return List.of();
    }
    if (there.isEmpty()) {
      return List.of(
          "Column %s is an enum in the entity and takes any value in the table: write a change that adds CHECK (%s IN (%s))."
              .formatted(
                  column,
                  mapped.get(0).column(),
                  mapped.get(0).values().stream()
                      .map("'%s'"::formatted)
                      .collect(Collectors.joining(", "))));
    }
    String check = there.get(0).name();
    if (mapped.isEmpty()) {
      return List.of(
          "Column %s is no enum in the entity and %s leaves it only %s: make the field a Coded enum with its converter, or write a change that drops the check."
              .formatted(column, check, there.get(0).values()));
    }
    Set<String> constants = values(mapped);
    Set<String> allowed = values(there);
    List<String> sentences = new ArrayList<>();
    for (String constant : without(constants, allowed)) {
      sentences.add(
          "Column %s: '%s' of the enum is refused by %s: write a change that adds it to the check."
              .formatted(column, constant, check));
    }
    for (String value : without(allowed, constants)) {
      sentences.add(
          "Column %s: '%s', which %s allows, is unknown to the enum: add a constant, or write a change that takes it off the check."
              .formatted(column, value, check));
    }
    return sentences;
  }

  private static Set<String> values(List<Structure.Choice> choices) {
    Set<String> values = new LinkedHashSet<>(choices.get(0).values());
    choices.forEach(choice -> values.retainAll(choice.values()));
    return values;
  }

  private static Set<String> without(Set<String> values, Set<String> others) {
    Set<String> rest = new LinkedHashSet<>(values);
    rest.removeAll(others);
    return rest;
  }
}
