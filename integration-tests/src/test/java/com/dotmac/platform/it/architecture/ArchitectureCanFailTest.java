package com.dotmac.platform.it.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.it.schema.samples.OddPartner;
import com.dotmac.platform.it.schema.samples.OddTable;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.Test;

/** Shows each rule a small house that breaks it. A rule that nobody saw fail proves nothing. */
class ArchitectureCanFailTest {
  @Test
  void a0_missing_classes_are_counted() {
    assertThat(House.tooFew(House.sample("a1").classes(), Map.of("domain", 70)))
        .singleElement()
        .asString()
        .startsWith("Module domain has 0 classes");
  }

  @Test
  void a1_a_module_that_knows_another_is_named() {
    faults("a1", ModuleRules::modules)
        .hasSize(3)
        .anyMatch(fault -> fault.contains("domain.Knower") && fault.contains("app.Known"))
        .anyMatch(fault -> fault.contains("migrator.KnowsTheDomain.ask"))
        .anyMatch(fault -> fault.contains("app.ReachesTheMigrator.ask"));
  }

  @Test
  void a2_a_feature_and_a_ground_that_know_too_much_are_named() {
    faults("a2", ModuleRules::features)
        .hasSize(2)
        .anyMatch(fault -> fault.contains("customers.Customer.partner"))
        .anyMatch(fault -> fault.contains("audit.AuditedPartner.partner"));
  }

  @Test
  void a2_a_feature_that_is_on_no_map_is_named() {
    faults("a2", ModuleRules::everyFeatureIsOnTheMap)
        .isNotEmpty()
        .allMatch(fault -> fault.contains("domain.rumours."));
  }

  @Test
  void a2_a_circle_is_named() {
    faults("a2", ModuleRules::cycles)
        .anyMatch(fault -> fault.contains("Slice customers") && fault.contains("Slice partners"));
  }

  @Test
  void a3_a_repository_that_stands_open_is_named() {
    faults("a3", DoorRules::repositoriesAreInner)
        .anyMatch(
            fault -> fault.contains("CustomerRepository") && fault.contains("has modifier PUBLIC"))
        .anyMatch(fault -> fault.contains("Intruder"));
  }

  @Test
  void a4_a_domain_that_speaks_http_is_named() {
    faults("a4", ModuleRules::plainDomain)
        .isNotEmpty()
        .allMatch(fault -> fault.contains("SpeaksHttp"));
  }

  @Test
  void a5_a_path_outside_a_resource_is_named() {
    faults("a5", DoorRules::pathsAreOnResources)
        .hasSize(2)
        .allMatch(fault -> fault.contains("Stray"));
  }

  @Test
  void a5_an_endpoint_open_to_all_is_named() {
    faults("a5", DoorRules::permissionsAreAsked)
        .anyMatch(fault -> fault.contains("OpenResource.read()"));
  }

  @Test
  void a6_entities_on_the_wire_are_named() {
    faults("a6", DoorRules::entitiesStayInside)
        .hasSize(2)
        .anyMatch(fault -> fault.contains("list() shows the entity Secret"))
        .anyMatch(fault -> fault.contains("shows the entity Secret") && fault.contains("create"));
  }

  @Test
  void a7_liquibase_elsewhere_is_named() {
    assertThat(
            ModuleRules.liquibaseStaysInTheMigrator(House.sample("a7"))
                .evaluate(new ClassFileImporter().importPackages("com.dotmac.platform.migrator"))
                .hasViolation())
        .isTrue();
  }

  @Test
  void a7_hibernate_that_makes_tables_is_named() {
    faults("a7", ModuleRules::hibernateMakesNoTables)
        .anyMatch(fault -> fault.contains("MakesTables.how()"))
        .anyMatch(fault -> fault.contains("MakesTablesForTests.tables()"))
        .anyMatch(fault -> fault.contains("ExportsTheMapping.export("))
        .anyMatch(fault -> fault.contains("ExportsTheMapping.generate()"));
  }

  @Test
  void a8_a_database_from_elsewhere_is_named() {
    faults("a8", ModuleRules::databasesComeFromTheHarness)
        .isNotEmpty()
        .allMatch(fault -> fault.contains("OwnDatabase"));
  }

  @Test
  void a8_a_mock_library_is_named() {
    assertThat(
            ModuleRules.mockLibraries(
                List.of("org.assertj.core.api.Assertions"), getClass().getClassLoader()))
        .hasSize(1);
  }

  @Test
  void a9_each_way_to_ask_the_machine_for_the_time_is_named() {
    faults("a9", CodeRules::timeIsPassedIn)
        .hasSize(7)
        .allMatch(fault -> fault.contains("Impatient"));
  }

  @Test
  void a10_a_public_setter_is_named() {
    faults("a10", EntityRules::noPublicSetters)
        .singleElement()
        .asString()
        .contains("LooseThing.setParent");
  }

  @Test
  void a10_an_eager_association_is_named() {
    faults("a10", EntityRules::associationsAreLazy)
        .singleElement()
        .asString()
        .contains("LooseThing.parent is loaded eagerly");
  }

  @Test
  void a10_an_entity_without_a_version_is_named() {
    faults("a10", EntityRules::changesAreCounted)
        .singleElement()
        .asString()
        .contains("LooseThing has no version");
  }

  @Test
  void a11_names_that_say_nothing_are_named() {
    faults("a11", CodeRules::namesSaySomething)
        .anyMatch(fault -> fault.contains("DateHelper"))
        .anyMatch(fault -> fault.contains("impl.Thing"));
  }

  @Test
  void a12_a_package_without_a_word_is_named() {
    faults("a12", CodeRules::packagesSayWhatTheyOwn)
        .singleElement()
        .asString()
        .contains("samples.a12 has no package-info");
  }

  @Test
  void a13_inexact_numbers_are_named() {
    faults("a13", CodeRules::numbersAreExact)
        .hasSize(2)
        .allMatch(fault -> fault.contains("Inexact"));
  }

  @Test
  void a14_a_verb_that_is_not_told_for_whom_is_named() {
    faults("a14", DoorRules::servicesAreTold)
        .singleElement()
        .asString()
        .contains("GuessService.guess");
  }

  @Test
  void a15_a_change_that_leaves_no_row_is_named() {
    faults("a15", AuditRules::changesAreRecorded)
        .singleElement()
        .asString()
        .contains("SilentService.hide");
  }

  @Test
  void a16_a_secret_in_an_answer_that_is_kept_is_named() {
    faults("a16", SecretRules::secretsAreShownOnce)
        .hasSize(3)
        .anyMatch(fault -> fault.contains("SignInResource.signIn()"))
        .anyMatch(fault -> fault.contains(".open()") && fault.contains("Opened.accessToken"))
        .anyMatch(fault -> fault.contains(".enrol()") && fault.contains("Opened.accessToken"));
  }

  @Test
  void a17_an_entity_that_asks_for_the_rows_of_all_tenants_is_named() {
    faults("a17", EntityRules::tenantsAreToldApart)
        .singleElement()
        .asString()
        .contains("SharedThing asks for the rows of all tenants");
  }

  @Test
  void a18_a_part_that_knows_too_much_is_named_in_domain_and_in_app() {
    faults("a18", PartRules::parts)
        .hasSize(2)
        .anyMatch(fault -> fault.contains("events.Fact.payment"))
        .anyMatch(fault -> fault.contains("catalog.CatalogPage.subscription"));
  }

  @Test
  void a18_a_part_that_is_on_no_map_is_named() {
    faults("a18", PartRules::everyPartIsOnTheMap)
        .isNotEmpty()
        .allMatch(fault -> fault.contains("billing.rumours."));
  }

  @Test
  void a18_a_part_that_knows_who_wires_it_is_named() {
    faults("a18", PartRules::partsDoNotKnowWhoWiresThem)
        .singleElement()
        .asString()
        .contains("catalog.CatalogPage.wiring");
  }

  @Test
  void a18_a_circle_of_parts_is_named() {
    faults("a18", PartRules::cycles)
        .anyMatch(fault -> fault.contains("Slice events") && fault.contains("Slice payments"));
  }

  @Test
  void an_exception_that_is_gone_is_named() {
    assertThat(
            House.goneMethods(
                House.sample("a14").classes(), List.of("GuessService.guess", "GuessService.gone")))
        .containsExactly("GuessService.gone is on a list of exceptions and is gone: take it off.");
    assertThat(House.goneClasses(House.sample("a10").classes(), List.of("LooseThing", "Gone")))
        .containsExactly("Gone is on a list of exceptions and is gone: take it off.");
  }

  @Test
  void s4_an_entity_that_nobody_registered_is_named() {
    JavaClasses classes = new ClassFileImporter().importClasses(OddPartner.class, OddTable.class);
    assertThat(EntityRegister.differences(classes, List.of(OddTable.class)))
        .containsExactly(
            "Entity com.dotmac.platform.it.schema.samples.OddPartner is not registered: add it to"
                + " EntityClasses.ALL.");
    assertThat(
            EntityRegister.differences(
                classes, List.of(OddPartner.class, OddTable.class, String.class)))
        .containsExactly(
            "Class java.lang.String is registered and is no entity on the class path: take it off"
                + " EntityClasses.ALL.");
  }

  private static ListAssert<String> faults(String sample, Function<House, ArchRule> rule) {
    House house = House.sample(sample);
    EvaluationResult result = rule.apply(house).evaluate(house.classes());
    return assertThat(result.getFailureReport().getDetails());
  }
}
