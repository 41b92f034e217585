package com.dotmac.platform.migrator.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SchemaFileTest {

  @Test
  void a_table_is_shown_with_its_parts_in_the_order_a_reader_wants() {
    Catalog catalog =
        new Catalog(
            List.of(
                new CatalogObject(Kind.COMMENT, "t", "t", 0, "COMMENT ON TABLE t IS 'x'"),
                new CatalogObject(
                    Kind.CONSTRAINT, "t", "pk_t", 1, "CONSTRAINT pk_t PRIMARY KEY (b)"),
                new CatalogObject(Kind.COLUMN, "t", "a", 2, "a text"),
                new CatalogObject(Kind.COLUMN, "t", "b", 1, "b uuid NOT NULL"),
                new CatalogObject(
                    Kind.TABLE,
                    "t",
                    "t",
                    0,
                    "CREATE TABLE t PARTITION BY LIST (b)\nALTER TABLE t ENABLE ROW LEVEL SECURITY")));

    assertThat(SchemaFile.render(catalog))
        .endsWith(
            """

            CREATE TABLE t (
              b uuid NOT NULL,
              a text,
              CONSTRAINT pk_t PRIMARY KEY (b)
            ) PARTITION BY LIST (b);
            ALTER TABLE t ENABLE ROW LEVEL SECURITY;

            COMMENT ON TABLE t IS 'x';
            """);
  }

  @Test
  void what_belongs_to_a_table_is_identified_with_it() {
    assertThat(new CatalogObject(Kind.COLUMN, "t", "a", 1, "a text").identity())
        .isEqualTo("COLUMN t.a");
    assertThat(new CatalogObject(Kind.TABLE, "t", "t", 0, "CREATE TABLE t").identity())
        .isEqualTo("TABLE t");
  }
}
