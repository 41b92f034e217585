package com.dotmac.platform.it.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.domain.schema.EntityClasses;
import com.dotmac.platform.it.harness.NeedsDatabase;
import com.dotmac.platform.it.harness.TestDatabase;
import com.dotmac.platform.it.schema.samples.OddPartner;
import com.dotmac.platform.it.schema.samples.OddTable;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@NeedsDatabase
class EntitiesAndTablesIT {
  private final TestDatabase database;

  EntitiesAndTablesIT(TestDatabase database) {
    this.database = database;
  }

  @Test
  void entities_and_tables_agree_both_ways() throws SQLException {
    try (Connection connection = database.connectAsOwner()) {
      assertThat(
              MappingRules.differences(connection, EntityClasses.ALL, MappingRules.WITHOUT_ENTITY))
          .isEmpty();
    }
  }

  @Test
  void every_entity_on_the_class_path_is_registered() {
    assertThat(
            EntityRegister.differences(
                new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("com.dotmac.platform"),
                EntityClasses.ALL))
        .isEmpty();
  }

  @Test
  void an_entity_that_nobody_registered_is_named() {
    assertThat(
            EntityRegister.differences(
                new ClassFileImporter().importClasses(OddPartner.class, OddTable.class),
                List.of(OddTable.class)))
        .singleElement()
        .asString()
        .contains("OddPartner", "EntityClasses.ALL");
    assertThat(
            EntityRegister.differences(
                new ClassFileImporter().importClasses(OddTable.class),
                List.of(OddTable.class, String.class)))
        .containsExactly(
            "Class java.lang.String is registered and is no entity on the class path.");
  }

  @Test
  void each_way_in_which_an_entity_differs_from_its_table_is_named() throws SQLException {
    try (Connection connection = database.connectAsOwner()) {
      assertThat(
              MappingRules.differences(
                  connection,
                  List.of(OddPartner.class, OddTable.class),
                  Map.of("number_series", "", "gone", "")))
          .contains(
              "Column partners.company_name is mapped as character varying(99) NOT NULL and is"
                  + " character varying(255) NOT NULL: mend the entity or change the table.",
              "Column partners.website is mapped as character varying(255) NOT NULL and is"
                  + " character varying(255): mend the entity or change the table.",
              "Column partners.default_commission_rate is mapped as numeric(10,6) and is"
                  + " numeric(9,6): mend the entity or change the table.",
              "Column partners.invented is mapped and does not exist: write the change that adds it.",
              "Column partners.legal_name is not mapped: a column without a reader is dropped.",
              "Table partners: its entity is identified by [tenant_id, number], its primary key is"
                  + " [tenant_id, id]: make them the same.",
              "Association partners.id has no foreign key to odd: add one in a change.",
              "Table odd is mapped and does not exist: write the change that makes it.",
              "Table customers has no entity: map it, or list it in MappingRules with the reason.",
              "Table gone is listed in MappingRules as one without an entity: take it off.")
          .noneMatch(sentence -> sentence.contains("partners.tier"));
    }
  }
}
