package com.dotmac.platform.it.architecture;

import static com.dotmac.platform.it.architecture.DoorRules.are;
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

/** Who may know whom: modules, features, and the libraries that stop at a module's edge. */
final class ModuleRules {
  /** What stands under every feature. */
  private static final Set<String> GROUND =
      Set.of("shared", "tenancy", "audit", "sealing", "communications", "webhooks");

  /** The features, and which others each may know. */
  private static final Map<String, Set<String>> ARROWS =
      Map.of(
          "idempotency", Set.of(),
          "identity", Set.of(),
          "customers", Set.of(),
          "billing", Set.of("customers"),
          "partners", Set.of("billing", "customers", "identity"));

  private ModuleRules() {}

  /** A1. */
  static ArchRule modules(House house) {
    return CompositeArchRule.of(
            noClasses()
                .that()
                .resideInAPackage(house.domain())
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(house.app(), house.migrator(), house.tests())
                .allowEmptyShould(true))
        .and(
            noClasses()
                .that()
                .resideInAPackage(house.migrator())
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(house.app(), house.domain(), house.tests())
                .allowEmptyShould(true))
        .and(
            noClasses()
                .that()
                .resideInAPackage(house.app())
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(house.migrator(), house.tests())
                .allowEmptyShould(true))
        .because(
            "domain and migrator know nothing of ours and app knows only domain:"
                + " the day a change can call an entity, editing an entity edits history."
                + " Pass the value in, or move the code to the module that decides");
  }

  /** A2, arrows. */
  static ArchRule features(House house) {
    List<ArchRule> rules = new ArrayList<>();
    for (String ground : GROUND) {
      rules.add(mayNotKnow(house, ground, ARROWS.keySet()));
    }
    new TreeMap<>(ARROWS)
        .forEach(
            (feature, allowed) -> {
              Set<String> forbidden = new TreeSet<>(ARROWS.keySet());
              forbidden.remove(feature);
              forbidden.removeAll(allowed);
              rules.add(mayNotKnow(house, feature, forbidden));
            });
    return CompositeArchRule.of(rules)
        .because(
            "the arrows between features are billing -> customers, partners -> billing, partners ->"
                + " customers and partners -> identity, and no more: refer by id, or put what both need on the ground");
  }

  /** A2, the map: a feature that no rule names is held by none. */
  static ArchRule everyFeatureIsOnTheMap(House house) {
    String[] known =
        Stream.of(GROUND, ARROWS.keySet(), Set.of("schema"))
            .flatMap(Set::stream)
            .map(house::domain)
            .toArray(String[]::new);
    return classes()
        .that()
        .resideInAPackage(house.domain())
        .should()
        .resideInAnyPackage(known)
        .because(
            "a feature that is not on the map may know everybody: add it to ModuleRules.ARROWS with"
                + " whom it may know");
  }

  /** A2, cycles. */
  static ArchRule cycles(House house) {
    return slices()
        .matching(house.named("domain.(*).."))
        .should()
        .beFreeOfCycles()
        .because(
            "two features that know each other are one: turn one arrow round with an interface");
  }

  /** A4. */
  static ArchRule plainDomain(House house) {
    return noClasses()
        .that()
        .resideInAPackage(house.domain())
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "com.fasterxml..",
            "io.dropwizard..",
            "jakarta.servlet..",
            "jakarta.ws.rs..",
            "liquibase..",
            "org.eclipse.jetty..",
            "org.glassfish..")
        .because(
            "the domain decides and does not speak HTTP, JSON or DDL: map to a type of the domain"
                + " in app, at the edge");
  }

  /** A7, Liquibase. */
  static ArchRule liquibaseStaysInTheMigrator(House house) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(house.migrator())
        .should()
        .dependOnClassesThat()
        .resideInAPackage("liquibase..")
        .because("only the migrator makes tables: call its entry point instead");
  }

  /** A7, Hibernate. */
  static ArchRule hibernateMakesNoTables(House house) {
    return noClasses()
        .that()
        .resideInAPackage(house.root() + "..")
        // Tables to cure, and tables to compare with.
        .and()
        .doNotHaveFullyQualifiedName(house.root() + ".it.schema.HibernateTables")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.hibernate.tool..", "org.hibernate.relational..")
        .orShould()
        .callMethodWhere(
            are(
                "Jakarta Persistence generates a schema",
                call ->
                    call.getTargetOwner().getName().equals("jakarta.persistence.Persistence")
                        && call.getName().equals("generateSchema")))
        .orShould()
        .dependOnClassesThat()
        .haveNameMatching("io\\.dropwizard\\.testing\\..*DAOTest.*")
        .because(
            "tables come from change files, never from entities: write a change, and take a"
                + " database from MigratedPostgres");
  }

  /** A8. */
  static ArchRule databasesComeFromTheHarness(House house) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(house.harness())
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.zonky..", "org.testcontainers..", "com.opentable..", "org.h2..", "org.hsqldb..")
        .because(
            "a test on tables that the migrator did not make proves nothing: use @NeedsDatabase"
                + " and a TestDatabase parameter");
  }

  /** A8, no mocks. */
  static List<String> mockLibraries(List<String> classNames, ClassLoader classPath) {
    return classNames.stream()
        .filter(name -> classPath.getResource(name.replace('.', '/') + ".class") != null)
        .map(
            "%s is on the class path: write the double, a mock agrees with whoever wrote it."
                ::formatted)
        .toList();
  }

  private static ArchRule mayNotKnow(House house, String feature, Set<String> others) {
    return noClasses()
        .that()
        .resideInAPackage(house.domain(feature))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(others.stream().map(house::domain).toArray(String[]::new))
        .allowEmptyShould(true);
  }
}
