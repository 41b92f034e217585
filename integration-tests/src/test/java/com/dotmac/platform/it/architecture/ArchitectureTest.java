package com.dotmac.platform.it.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.domain.schema.EntityClasses;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds the house against its rules; {@link ArchitectureCanFailTest} doubts the rules. */
class ArchitectureTest {
  static final List<String> MOCK_LIBRARIES =
      List.of(
          "org.mockito.Mockito",
          "org.easymock.EasyMock",
          "org.jmock.Mockery",
          "org.powermock.api.mockito.PowerMockito");

  @Test
  void a0_the_rules_see_all_classes() {
    assertThat(House.tooFew(House.ourClasses(), House.AT_LEAST)).isEmpty();
  }

  @TestFactory
  Stream<DynamicTest> the_house_keeps_its_rules() {
    House ours = House.OURS;
    return Stream.of(
        keeps("a1_modules_know_only_whom_they_may", ModuleRules.modules(ours)),
        keeps("a2_features_know_only_whom_they_may", ModuleRules.features(ours)),
        keeps("a2_features_form_no_circle", ModuleRules.cycles(ours)),
        keeps("a3_repositories_are_inner", DoorRules.repositoriesAreInner(ours)),
        keeps("a4_the_domain_speaks_no_protocol", ModuleRules.plainDomain(ours)),
        keeps("a5_only_resources_carry_paths", DoorRules.pathsAreOnResources(ours)),
        keeps("a5_every_endpoint_asks_for_a_permission", DoorRules.permissionsAreAsked(ours)),
        keeps("a6_entities_stay_inside", DoorRules.entitiesStayInside(ours)),
        keeps("a7_liquibase_stays_in_the_migrator", ModuleRules.liquibaseStaysInTheMigrator(ours)),
        keeps("a7_hibernate_makes_no_tables", ModuleRules.hibernateMakesNoTables(ours)),
        keeps("a8_databases_come_from_the_harness", ModuleRules.databasesComeFromTheHarness(ours)),
        keeps("a9_time_is_passed_in", CodeRules.timeIsPassedIn(ours)),
        keeps("a10_entities_have_no_public_setter", EntityRules.noPublicSetters(ours)),
        keeps("a10_associations_are_lazy", EntityRules.associationsAreLazy(ours)),
        keeps("a10_changes_are_counted", EntityRules.changesAreCounted(ours)),
        keeps("a11_names_say_something", CodeRules.namesSaySomething(ours)),
        keeps("a12_packages_say_what_they_own", CodeRules.packagesSayWhatTheyOwn(ours)),
        keeps("a13_numbers_are_exact", CodeRules.numbersAreExact(ours)),
        keeps("a14_services_are_told_for_whom", DoorRules.servicesAreTold(ours)));
  }

  @Test
  void a7_no_file_lets_hibernate_make_tables() throws IOException {
    assertThat(repository().resolve("pom.xml")).exists();
    assertThat(SchemaGenerationRule.violations(repository())).isEmpty();
  }

  @Test
  void a8_no_mock_library_is_on_the_class_path() {
    assertThat(ModuleRules.mockLibraries(MOCK_LIBRARIES, ArchitectureTest.class.getClassLoader()))
        .isEmpty();
  }

  @Test
  void the_lists_of_exceptions_name_only_what_exists() {
    Map<String, JavaClass> domain =
        House.ourClasses().stream()
            .filter(type -> type.getPackageName().startsWith(House.OURS.named("domain")))
            .filter(type -> !type.getSimpleName().isEmpty())
            .collect(Collectors.toMap(JavaClass::getSimpleName, type -> type, (one, two) -> one));
    for (String listed : DoorRules.BEFORE_A_TENANT.keySet()) {
      String[] parts = listed.split("\\.", 2);
      assertThat(domain).containsKey(parts[0]);
      assertThat(Objects.requireNonNull(domain.get(parts[0])).getMethods())
          .as("%s is listed in DoorRules and is gone: take it off", listed)
          .anyMatch(method -> method.getName().equals(parts[1]));
    }
    assertThat(domain).containsKeys(EntityRules.NEVER_CHANGED.keySet().toArray(String[]::new));
  }

  @Test
  void s4_every_entity_on_the_class_path_is_registered() {
    assertThat(EntityRegister.differences(House.ourClasses(), EntityClasses.ALL)).isEmpty();
  }

  private static DynamicTest keeps(String name, ArchRule rule) {
    return DynamicTest.dynamicTest(name, () -> rule.check(House.ourClasses()));
  }

  /** The build runs tests in the module, an editor perhaps in the repository. */
  private static Path repository() {
    Path here = Path.of("").toAbsolutePath();
    return Files.isDirectory(here.resolve("integration-tests"))
        ? here
        : Objects.requireNonNull(here.getParent());
  }
}
