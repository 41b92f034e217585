package com.dotmac.platform.it.migrator;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.it.harness.NeedsDatabase;
import com.dotmac.platform.it.harness.Own;
import com.dotmac.platform.it.harness.TestDatabase;
import com.dotmac.platform.migrator.catalog.CatalogReader;
import com.dotmac.platform.migrator.document.SchemaPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NeedsDatabase
class SchemaDocumentIT {
  /** Of the working directory of the tests, which is that of their module. */
  private static final Path COMMITTED = Path.of("..", "docs", "schema", "README.md");

  // The lines that the grammar of Mermaid's erDiagram has, as far as we use it.
  private static final String RELATION =
      "  \"\\w+\" (\\|\\||\\|o)--(o\\||o\\{) \"\\w+\" : \"\\w+(, \\w+)*\"";
  private static final String ENTITY = "  \"\\w+\" \\{";
  private static final String ATTRIBUTE =
      "    [A-Za-z_][\\w()\\[\\]]* [A-Za-z_]\\w* (PK|FK)(, FK)?";

  @Test
  void the_committed_page_is_that_of_the_changes(TestDatabase database, @TempDir Path folder)
      throws IOException {
    MigratorRun run =
        MigratorRun.of(database, "docs", "--output-directory", folder.toString(), "--json").done();

    assertThat(JsonReport.of(run, "docs").at("/result/files")).hasSize(1);
    assertThat(Files.readString(COMMITTED))
        .as("docs/schema/README.md is not what the changes make; run: make golden")
        .isEqualTo(Files.readString(folder.resolve("README.md")));
  }

  @Test
  void every_line_of_the_diagram_is_one_of_the_grammar() throws IOException {
    String page = Files.readString(COMMITTED);
    String start = "```mermaid\nerDiagram\n";
    int from = page.indexOf(start) + start.length();
    List<String> lines = page.substring(from, page.indexOf("```", from)).lines().toList();

    assertThat(lines)
        .isNotEmpty()
        .allMatch(
            line ->
                line.matches(RELATION)
                    || line.matches(ENTITY)
                    || line.matches(ATTRIBUTE)
                    || line.equals("  }"));
    assertThat(lines).contains("  \"users\" |o--o{ \"partner_users\" : \"user_id\"");
  }

  @Test
  void a_table_is_told_with_all_that_hangs_on_it(@Own TestDatabase database) throws SQLException {
    Facts.run(
        database,
        """
        CREATE TABLE "Odd one" (id int, fk varchar(9), PRIMARY KEY (id, fk), "end" int UNIQUE REFERENCES "Odd one" ("end"),
          n numeric(9, 2) NOT NULL DEFAULT 0.5 CHECK (n > 0 OR n < -1), at int GENERATED ALWAYS AS IDENTITY);
        COMMENT ON TABLE "Odd one" IS E'One | two\\nlines';
        CREATE INDEX ix_odd ON "Odd one" (n) WHERE n > 1;
        """);
    String page;
    try (Connection owner = database.connectAsOwner()) {
      page = SchemaPage.render(CatalogReader.readStructure(owner), CatalogReader.read(owner));
    }

    assertThat(page)
        .contains("  \"Odd one\" |o--o| \"Odd one\" : \"end\"")
        .contains(
            "    varchar(9) fk_ PK\n",
            "    integer _end_ FK\n",
            "## \"Odd one\"\n\nOne \\| two lines\n")
        .contains("| **id** | integer | required |  |  |")
        .contains(
            "| n | numeric(9,2) | required | `0.5` |  |",
            "| at | integer | required | `identity` |")
        .contains("* refers to [\"Odd one\"](#Oddone) by \"end\", or to nothing")
        .contains(
            "CREATE INDEX ix_odd ON public.\"Odd one\" USING btree (n) WHERE (n > (1)::numeric)");
  }

  @Test
  void a_database_that_is_something_else_is_not_described(
      @Own TestDatabase database, @TempDir Path folder) throws SQLException {
    Facts.run(database, "DROP INDEX ix_partners_status");

    assertThat(
            MigratorRun.of(database, "docs", "--output-directory", folder.toString())
                .refused(3)
                .err())
        .contains("INDEX partners.ix_partners_status");
    assertThat(folder).isEmptyDirectory();
  }
}
