package com.dotmac.platform.it.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.domain.schema.EntityClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
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
        keeps("a2_every_feature_is_on_the_map", ModuleRules.everyFeatureIsOnTheMap(ours)),
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
        keeps("a14_services_are_told_for_whom", DoorRules.servicesAreTold(ours)),
        keeps("a15_changes_are_recorded", AuditRules.changesAreRecorded(ours)),
        keeps("a16_secrets_are_shown_once", SecretRules.secretsAreShownOnce(ours)),
        keeps("a17_tenants_are_told_apart", EntityRules.tenantsAreToldApart(ours)),
        keeps("a18_parts_know_only_whom_they_may", PartRules.parts(ours)),
        keeps("a18_every_part_is_on_the_map", PartRules.everyPartIsOnTheMap(ours)),
        keeps("a18_parts_do_not_know_who_wires_them", PartRules.partsDoNotKnowWhoWiresThem(ours)),
        keeps("a18_parts_form_no_circle", PartRules.cycles(ours)));
  }

  @Test
  void a8_no_mock_library_is_on_the_class_path() {
    assertThat(ModuleRules.mockLibraries(MOCK_LIBRARIES, ArchitectureTest.class.getClassLoader()))
        .isEmpty();
  }

  @Test
  void the_lists_of_exceptions_name_only_what_exists() {
    assertThat(House.goneMethods(House.ourClasses(), DoorRules.BEFORE_A_TENANT.keySet())).isEmpty();
    assertThat(House.goneMethods(House.ourClasses(), DoorRules.OPEN_TO_ALL.keySet())).isEmpty();
    assertThat(House.goneMethods(House.ourClasses(), DoorRules.FOR_EVERY_CALLER.keySet()))
        .isEmpty();
    assertThat(House.goneMethods(House.ourClasses(), AuditRules.NO_ACT.keySet())).isEmpty();
    assertThat(House.goneMethods(House.ourClasses(), SecretRules.NEVER_KEPT.keySet())).isEmpty();
    assertThat(House.goneClasses(House.ourClasses(), EntityRules.NEVER_CHANGED.keySet())).isEmpty();
  }

  @Test
  void s4_every_entity_on_the_class_path_is_registered() {
    assertThat(EntityRegister.differences(House.ourClasses(), EntityClasses.ALL)).isEmpty();
  }

  private static DynamicTest keeps(String name, ArchRule rule) {
    return DynamicTest.dynamicTest(name, () -> rule.check(House.ourClasses()));
  }
}
