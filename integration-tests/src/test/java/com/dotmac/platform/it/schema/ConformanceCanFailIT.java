package com.dotmac.platform.it.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.dotmac.platform.domain.partners.Partner;
import com.dotmac.platform.domain.partners.PartnerUser;
import com.dotmac.platform.domain.schema.EntityClasses;
import com.dotmac.platform.domain.tenancy.Tenant;
import com.dotmac.platform.it.harness.Empty;
import com.dotmac.platform.it.harness.NeedsDatabase;
import com.dotmac.platform.it.harness.TestDatabase;
import com.dotmac.platform.it.schema.samples.OddPartner;
import com.dotmac.platform.it.schema.samples.OddTable;
import com.dotmac.platform.migrator.catalog.CatalogReader;
import com.dotmac.platform.migrator.catalog.Structure;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Makes the classic mistakes, on either side, and expects each to be named with what to do. A rule
 * that nobody saw fail proves nothing.
 */
@NeedsDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConformanceCanFailIT {
  private final TestDatabase database;
  private Structure entities = new Structure(List.of(), List.of(), List.of(), List.of());

  ConformanceCanFailIT(TestDatabase database) {
    this.database = database;
  }

  @BeforeAll
  void make_the_tables_of_the_entities(@Empty TestDatabase scratch) throws SQLException {
    entities = asDeclared(scratch, EntityClasses.ALL);
  }

  static Stream<Arguments> mistakes_in_a_table() {
    return Stream.of(
        arguments(
            "ALTER TABLE partners ALTER COLUMN company_name TYPE varchar(99)",
            "Column partners.company_name is character varying(255) in the entity and character"
                + " varying(99) in the table: say @Column(length = 99), or write a change that"
                + " makes it character varying(255)."),
        arguments(
            "ALTER TABLE partners ALTER COLUMN default_commission_rate TYPE numeric(5,2)",
            "Column partners.default_commission_rate is numeric(9,6) in the entity and numeric(5,2)"
                + " in the table: say @Column(precision = 5, scale = 2), or write a change that"
                + " makes it numeric(9,6)."),
        arguments(
            "ALTER TABLE users ALTER COLUMN version TYPE bigint",
            "Column users.version is integer in the entity and bigint in the table: mend the type"
                + " of the field or its @JdbcTypeCode, or write a change that makes it integer."),
        arguments(
            "ALTER TABLE users ALTER COLUMN created_at TYPE timestamp(3) with time zone",
            "Column users.created_at is timestamp with time zone in the entity and timestamp(3)"
                + " with time zone in the table: mend the type of the field or its @JdbcTypeCode,"
                + " or write a change that makes it timestamp with time zone."),
        arguments(
            "ALTER TABLE partners ALTER COLUMN tier DROP NOT NULL",
            "Column partners.tier is NOT NULL in the entity and may be missing in the table: make"
                + " the field @Nullable without nullable = false, or write a change that sets NOT"
                + " NULL."),
        arguments(
            "ALTER TABLE partners ALTER COLUMN website SET NOT NULL",
            "Column partners.website may be missing in the entity and is NOT NULL in the table: say"
                + " @Column(nullable = false), or write a change that drops NOT NULL."),
        arguments(
            "ALTER TABLE partners ADD COLUMN slogan text",
            "Column partners.slogan is in the table and not in the entity: map it, or write a"
                + " change that drops it."),
        arguments(
            "ALTER TABLE users DROP COLUMN display_name",
            "Column users.display_name is in the entity and not in the table: write a change that"
                + " adds it, or take the field away."),
        arguments(
            "ALTER TABLE partners DROP CONSTRAINT uq_partners_number",
            "Table partners is unique in (tenant_id, number) for the entity and not in the"
                + " database: write a change that adds UNIQUE (tenant_id, number), or take"
                + " @UniqueConstraint away."),
        arguments(
            "CREATE UNIQUE INDEX uq_users_name ON users (tenant_id, display_name)",
            "Table users is unique in (tenant_id, display_name) in the database and not for the"
                + " entity: add @UniqueConstraint(columnNames = {\"tenant_id\", \"display_name\"})"
                + " to its @Table, or write a change that drops it."),
        arguments(
            "ALTER TABLE api_keys DROP CONSTRAINT pk_api_keys, ADD PRIMARY KEY (id, tenant_id)",
            "The primary key of api_keys is (tenant_id, id) in the entity and (id, tenant_id) in"
                + " the table: mend @Id, or write a change that makes them the same."),
        arguments(
            "ALTER TABLE partner_accounts DROP CONSTRAINT fk_partner_accounts_customer",
            "Column partner_accounts.customer_id refers to customers in the entity and to nothing"
                + " in the table: write a change that adds FOREIGN KEY (tenant_id, customer_id)"
                + " REFERENCES customers (tenant_id, id)."),
        arguments(
            "ALTER TABLE customers DROP CONSTRAINT fk_customers_tenant",
            "Column customers.tenant_id refers to tenants in the entity and to nothing in the"
                + " table: write a change that adds FOREIGN KEY (tenant_id) REFERENCES tenants"
                + " (id)."),
        arguments(
            "ALTER TABLE audit_activities ADD CONSTRAINT fk_odd FOREIGN KEY (tenant_id, actor_id)"
                + " REFERENCES users",
            "Column audit_activities.actor_id refers to users in the table and to nothing in the"
                + " entity: add @References(\"users\") to the field, or write a change that drops"
                + " fk_odd."),
        arguments(
            "ALTER TABLE partner_accounts DROP CONSTRAINT fk_partner_accounts_customer, ADD"
                + " CONSTRAINT fk_odd FOREIGN KEY (tenant_id, customer_id) REFERENCES users",
            "Column partner_accounts.customer_id refers to customers (tenant_id, id) in the entity"
                + " and to users (tenant_id, id) in the table: mend @References, or write a change"
                + " that replaces fk_odd."),
        arguments(
            "ALTER TABLE partner_users DROP CONSTRAINT fk_partner_users_user, ADD CONSTRAINT fk_odd"
                + " FOREIGN KEY (tenant_id, user_id) REFERENCES users ON DELETE CASCADE",
            "Column partner_users.user_id does ON DELETE SET NULL (user_id) in the entity and"
                + " CASCADE in the table: mend onDelete of @References, or write a change that"
                + " replaces fk_odd."),
        arguments(
            "ALTER TABLE partner_users DROP CONSTRAINT fk_partner_users_user, ADD CONSTRAINT fk_odd"
                + " FOREIGN KEY (tenant_id, user_id) REFERENCES users ON DELETE SET NULL",
            "Column partner_users.user_id does ON DELETE SET NULL (user_id) in the entity and SET"
                + " NULL in the table: mend onDelete of @References, or write a change that"
                + " replaces fk_odd."),
        arguments(
            "ALTER TABLE customers DROP CONSTRAINT fk_customers_tenant, ADD CONSTRAINT fk_odd"
                + " FOREIGN KEY (tenant_id) REFERENCES tenants ON UPDATE CASCADE",
            "Column customers.tenant_id does ON UPDATE CASCADE in the table, where a key never"
                + " changes: write a change that replaces fk_odd."),
        arguments(
            "ALTER TABLE users DROP CONSTRAINT ck_users_status, ADD CONSTRAINT ck_users_status"
                + " CHECK (status IN ('active'))",
            "Column users.status: 'disabled' of the enum is refused by ck_users_status: write a"
                + " change that adds it to the check."),
        arguments(
            "ALTER TABLE users DROP CONSTRAINT ck_users_status, ADD CONSTRAINT ck_users_status"
                + " CHECK (status IN ('active', 'disabled', 'gone'))",
            "Column users.status: 'gone', which ck_users_status allows, is unknown to the enum: add"
                + " a constant, or write a change that takes it off the check."),
        arguments(
            "ALTER TABLE users DROP CONSTRAINT ck_users_status",
            "Column users.status is an enum in the entity and takes any value in the table: write a"
                + " change that adds CHECK (status IN ('active', 'disabled'))."),
        arguments(
            "ALTER TABLE partners ADD CONSTRAINT ck_odd CHECK (country IN ('IT', 'NZ'))",
            "Column partners.country is no enum in the entity and ck_odd leaves it only [IT, NZ]:"
                + " make the field a Coded enum with its converter, or write a change that drops"
                + " the check."),
        arguments(
            "CREATE TABLE partner_contracts (tenant_id uuid, id uuid)",
            "Table partner_contracts has no entity: map it and register the entity, list it in"
                + " Conformance.WITHOUT_ENTITY with the reason, or write a change that drops it."),
        arguments(
            "DROP TABLE number_series",
            "Table number_series is listed in Conformance.WITHOUT_ENTITY and need not be: take it"
                + " off."));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mistakes_in_a_table")
  void a_mistake_in_a_table_is_named_with_what_to_do(String mistake, String sentence)
      throws SQLException {
    assertThat(differences(entities, mistake)).containsExactly(sentence);
  }

  @Test
  void partner_tables_that_were_never_migrated_are_named() throws SQLException {
    assertThat(differences(entities, "DROP TABLE partner_referrals, partner_settings"))
        .containsExactly(
            "Table partner_referrals is mapped by an entity and does not exist: write the change"
                + " that makes it.",
            "Table partner_settings is mapped by an entity and does not exist: write the change"
                + " that makes it.");
  }

  @Test
  void a_commission_event_without_its_foreign_keys_is_named() throws SQLException {
    assertThat(
            differences(
                entities,
                "ALTER TABLE partner_commission_events"
                    + " DROP CONSTRAINT fk_partner_commission_events_partner,"
                    + " DROP CONSTRAINT fk_partner_commission_events_customer,"
                    + " DROP CONSTRAINT fk_partner_commission_events_invoice"))
        .containsExactlyInAnyOrder(
            "Column partner_commission_events.partner_id refers to partners in the entity and to"
                + " nothing in the table: write a change that adds FOREIGN KEY (tenant_id,"
                + " partner_id) REFERENCES partners (tenant_id, id).",
            "Column partner_commission_events.customer_id refers to customers in the entity and to"
                + " nothing in the table: write a change that adds FOREIGN KEY (tenant_id,"
                + " customer_id) REFERENCES customers (tenant_id, id) ON DELETE SET NULL"
                + " (customer_id).",
            "Column partner_commission_events.invoice_id refers to invoices in the entity and to"
                + " nothing in the table: write a change that adds FOREIGN KEY (tenant_id,"
                + " invoice_id) REFERENCES invoices (tenant_id, id) ON DELETE SET NULL"
                + " (invoice_id).");
  }

  @Test
  void each_way_in_which_an_entity_differs_from_its_table_is_named(@Empty TestDatabase scratch)
      throws SQLException {
    Structure odd = asDeclared(scratch, List.of(OddPartner.class, OddTable.class, Tenant.class));
    assertThat(
            Conformance.differences(
                odd,
                Conformance.structureOf(database),
                Map.of("number_series", "", "idempotency_keys", "", "gone", "")))
        .contains(
            "Column partners.company_name is character varying(99) in the entity and character"
                + " varying(255) in the table: say @Column(length = 255), or write a change that"
                + " makes it character varying(99).",
            "Column partners.website is NOT NULL in the entity and may be missing in the table:"
                + " make the field @Nullable without nullable = false, or write a change that sets"
                + " NOT NULL.",
            "Column partners.default_commission_rate is numeric(10,6) in the entity and"
                + " numeric(9,6) in the table: say @Column(precision = 9, scale = 6), or write a"
                + " change that makes it numeric(10,6).",
            "Column partners.invented is in the entity and not in the table: write a change that"
                + " adds it, or take the field away.",
            "Column partners.legal_name is in the table and not in the entity: map it, or write a"
                + " change that drops it.",
            "The primary key of partners is (tenant_id, number) in the entity and (tenant_id, id)"
                + " in the table: mend @Id, or write a change that makes them the same.",
            "Table partners is unique in (tenant_id, number) in the database and not for the"
                + " entity: add @UniqueConstraint(columnNames = {\"tenant_id\", \"number\"}) to its"
                + " @Table, or write a change that drops it.",
            "Column partners.id refers to odd in the entity and to nothing in the table: write a"
                + " change that adds FOREIGN KEY (id) REFERENCES odd (id).",
            "Column partners.tier is no enum in the entity and ck_partners_tier leaves it only"
                + " [bronze, silver, gold, platinum, direct]: make the field a Coded enum with its"
                + " converter, or write a change that drops the check.",
            "Table odd is mapped by an entity and does not exist: write the change that makes it.",
            "Table gone is listed in Conformance.WITHOUT_ENTITY and need not be: take it off.")
        .anyMatch(sentence -> sentence.startsWith("Table customers has no entity: map it"))
        .anyMatch(sentence -> sentence.startsWith("Column partners.version may be missing in"));
  }

  @Test
  void a_reference_to_what_nobody_maps_is_named(@Empty TestDatabase scratch) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> asDeclared(scratch, List.of(PartnerUser.class, Partner.class)))
        .withMessageContaining("refers to")
        .withMessageContaining("which no entity maps: mend @References, or register the entity");
  }

  private static Structure asDeclared(TestDatabase scratch, List<Class<?>> classes)
      throws SQLException {
    HibernateTables.createAsDeclared(scratch, classes);
    return Conformance.structureOf(scratch);
  }

  /** What the rule says while a mistake is made in the tables, which is rolled back. */
  private List<String> differences(Structure wanted, String mistake) throws SQLException {
    try (Connection connection = database.connectAsAdministrator()) {
      connection.setAutoCommit(false);
      Catalog.run(connection, mistake);
      Structure made = CatalogReader.readStructureWithin(connection);
      connection.rollback();
      return Conformance.differences(wanted, made, Conformance.WITHOUT_ENTITY);
    }
  }
}
