package com.dotmac.platform.it.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Who may know whom within billing, which is larger than other features and has parts. */
final class PartRules {
  private static final String FEATURE = "billing";

  /** The parts, and which others each may know; the same in domain and in app. */
  private static final Map<String, Set<String>> ARROWS =
      Map.of(
          "events", Set.of(),
          "catalog", Set.of(),
          "documents", Set.of(),
          "invoices", Set.of("catalog", "documents", "events"),
          "credits", Set.of("invoices", "events"),
          "payments", Set.of("invoices", "events"),
          "subscriptions", Set.of("catalog", "invoices", "credits", "events"));

  private PartRules() {}

  /** A18, arrows. */
  static ArchRule parts(House house) {
    List<ArchRule> rules = new ArrayList<>();
    new TreeMap<>(ARROWS)
        .forEach(
            (part, allowed) -> {
              Set<String> forbidden = new TreeSet<>(ARROWS.keySet());
              forbidden.remove(part);
              forbidden.removeAll(allowed);
              rules.add(
                  noClasses()
                      .that()
                      .resideInAnyPackage(of(house, part))
                      .should()
                      .dependOnClassesThat()
                      .resideInAnyPackage(
                          forbidden.stream()
                              .flatMap(other -> Stream.of(of(house, other)))
                              .toArray(String[]::new))
                      .allowEmptyShould(true));
            });
    return CompositeArchRule.of(rules)
        .because(
            "money is followed along the arrows of PartRules.ARROWS, in domain and in app: refer by"
                + " id, or let the part that comes later ask the door of the earlier one");
  }

  /** A18, the map: a part that no rule names is held by none. */
  static ArchRule everyPartIsOnTheMap(House house) {
    String[] known =
        Stream.concat(
                Stream.of(house.named("domain." + FEATURE), house.named("app." + FEATURE)),
                ARROWS.keySet().stream().flatMap(part -> Stream.of(of(house, part))))
            .toArray(String[]::new);
    return classes()
        .that()
        .resideInAnyPackage(house.domain(FEATURE), house.named("app." + FEATURE + ".."))
        .should()
        .resideInAnyPackage(known)
        .because(
            "a part that is not on the map may know everybody: add it to PartRules.ARROWS with whom"
                + " it may know");
  }

  /** A18, the root: it puts the parts together, so none of them knows it. */
  static ArchRule partsDoNotKnowWhoWiresThem(House house) {
    return noClasses()
        .that()
        .resideInAnyPackage(
            ARROWS.keySet().stream()
                .flatMap(part -> Stream.of(of(house, part)))
                .toArray(String[]::new))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(house.named("domain." + FEATURE), house.named("app." + FEATURE))
        .allowEmptyShould(true)
        .because("what puts parts together knows them all: pass in what a part needs of it");
  }

  /** A18, cycles, in the map as well: an arrow that is allowed both ways is found here. */
  static ArchRule cycles(House house) {
    return CompositeArchRule.of(freeOfCycles(house, "domain"))
        .and(freeOfCycles(house, "app"))
        .because("two parts that know each other are one: turn one arrow round with an interface");
  }

  private static ArchRule freeOfCycles(House house, String module) {
    return slices()
        .matching(house.named(module + "." + FEATURE + ".(*).."))
        .should()
        .beFreeOfCycles()
        .allowEmptyShould(true);
  }

  private static String[] of(House house, String part) {
    return new String[] {
      house.domain(FEATURE + "." + part), house.named("app." + FEATURE + "." + part + "..")
    };
  }
}
