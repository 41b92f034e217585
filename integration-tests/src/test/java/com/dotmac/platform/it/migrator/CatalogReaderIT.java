package com.dotmac.platform.it.migrator;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.it.harness.MigratedPostgres;
import com.dotmac.platform.it.harness.NeedsDatabase;
import com.dotmac.platform.it.harness.Own;
import com.dotmac.platform.it.harness.TestDatabase;
import com.dotmac.platform.migrator.catalog.Catalog;
import com.dotmac.platform.migrator.catalog.CatalogReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@NeedsDatabase
class CatalogReaderIT {
  private static final String GROUND =
      """
      CREATE TABLE thing (id int CONSTRAINT pk_thing PRIMARY KEY, name varchar(9), note text, at timestamptz);
      CREATE INDEX ix_thing_name ON thing (name) WHERE name <> '';
      CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END';
      CREATE TRIGGER touched BEFORE UPDATE ON thing FOR EACH ROW EXECUTE FUNCTION touch();
      CREATE TYPE mood AS ENUM ('good');
      CREATE DOMAIN short AS text CHECK (length(VALUE) < 9);
      CREATE VIEW things AS SELECT id FROM thing;
      CREATE SEQUENCE numbers;
      CREATE POLICY own ON thing USING (id > 0);
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ALTER TABLE thing ADD COLUMN more int",
        "ALTER TABLE thing DROP COLUMN note",
        "ALTER TABLE thing ALTER COLUMN name TYPE varchar(8)",
        "ALTER TABLE thing ALTER COLUMN name SET NOT NULL",
        "ALTER TABLE thing ALTER COLUMN name SET DEFAULT 'x'",
        "ALTER TABLE thing ALTER COLUMN note TYPE text COLLATE \"C\"",
        "ALTER TABLE thing ALTER COLUMN note SET STORAGE EXTERNAL",
        "ALTER TABLE thing ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY",
        "ALTER TABLE thing ADD CONSTRAINT ck CHECK (id > 0)",
        "ALTER TABLE thing ADD CONSTRAINT ck CHECK (id > 0) NOT VALID",
        "ALTER TABLE thing RENAME CONSTRAINT pk_thing TO other",
        "ALTER TABLE thing SET UNLOGGED",
        "ALTER TABLE thing SET (fillfactor = 50)",
        "ALTER TABLE thing ENABLE ROW LEVEL SECURITY",
        "ALTER TABLE thing FORCE ROW LEVEL SECURITY",
        "ALTER TABLE thing REPLICA IDENTITY FULL",
        "ALTER TABLE thing DISABLE TRIGGER touched",
        "DROP INDEX ix_thing_name; CREATE INDEX ix_thing_name ON thing (name)",
        "UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'ix_thing_name'::regclass",
        "CREATE OR REPLACE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN old; END'",
        "ALTER FUNCTION touch() SECURITY DEFINER",
        "ALTER TYPE mood ADD VALUE 'bad'",
        "ALTER DOMAIN short SET NOT NULL",
        "CREATE OR REPLACE VIEW things AS SELECT id FROM thing WHERE id > 0",
        "ALTER VIEW things SET (security_barrier = true)",
        "CREATE MATERIALIZED VIEW stored AS SELECT id FROM thing",
        "CREATE RULE nothing AS ON DELETE TO thing DO INSTEAD NOTHING",
        "ALTER SEQUENCE numbers CYCLE",
        "ALTER POLICY own ON thing USING (id > 1)",
        "ALTER POLICY own ON thing TO dotmac_app",
        "CREATE STATISTICS both_columns ON id, name FROM thing",
        "GRANT SELECT ON thing TO dotmac_app",
        "GRANT SELECT (name) ON thing TO dotmac_app",
        "GRANT SELECT ON thing TO dotmac_app WITH GRANT OPTION",
        "REVOKE EXECUTE ON FUNCTION touch() FROM PUBLIC",
        "GRANT USAGE ON SEQUENCE numbers TO dotmac_app",
        "COMMENT ON COLUMN thing.name IS 'x'",
        "COMMENT ON CONSTRAINT pk_thing ON thing IS 'x'",
        "COMMENT ON FUNCTION touch() IS 'x'",
        "CREATE SCHEMA aside",
        "CREATE EXTENSION pg_trgm"
      })
  void every_kind_of_difference_is_seen(String difference) throws SQLException {
    try (TestDatabase database = MigratedPostgres.migratedDatabase()) {
      Facts.run(database, GROUND);
      Catalog before = Facts.catalog(database);
      Facts.run(database, difference);

      assertThat(Facts.catalog(database).objects()).isNotEqualTo(before.objects());
    }
  }

  @Test
  void neither_name_nor_owner_nor_reader_of_a_database_makes_a_difference(
      @Own TestDatabase database, @Own TestDatabase other) throws SQLException {
    Facts.run(other, "CREATE ROLE it_other_owner");
    // One by one: REASSIGN OWNED would give away every database of the cluster as well.
    Facts.run(
        other,
        """
        DO $$ DECLARE thing text; BEGIN
          FOR thing IN SELECT 'TABLE ' || oid::regclass FROM pg_class
              WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
              UNION ALL SELECT 'FUNCTION ' || oid::regprocedure FROM pg_proc
              WHERE pronamespace = 'public'::regnamespace
                AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = pg_proc.oid AND deptype = 'e') LOOP
            EXECUTE 'ALTER ' || thing || ' OWNER TO it_other_owner';
          END LOOP;
        END $$
        """);

    try (Connection administrator = other.connectAsAdministrator()) {
      assertThat(CatalogReader.read(administrator)).isEqualTo(Facts.catalog(database));
    }
  }

  @Test
  void the_settings_of_a_session_make_no_difference(@Own TestDatabase database)
      throws SQLException {
    try (Connection odd = database.connectAsOwner();
        Statement statement = odd.createStatement()) {
      statement.execute("SET search_path TO pg_catalog");
      statement.execute("SET quote_all_identifiers TO on");

      assertThat(CatalogReader.read(odd)).isEqualTo(Facts.catalog(database));
    }
  }
}
