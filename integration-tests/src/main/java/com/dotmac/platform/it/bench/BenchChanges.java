package com.dotmac.platform.it.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The same tables in the form that each tool reads: formatted SQL with a list for Liquibase and us,
 * versioned files for Flyway, one script for {@code psql}.
 *
 * @param folder where they are: {@code db/changelog.yaml}, {@code flyway/} and {@code all.sql}
 */
record BenchChanges(Path folder) {
  private static final String TABLE =
      """
      CREATE TABLE t%1$02d (
        id uuid CONSTRAINT pk_t%1$02d PRIMARY KEY,
        tenant_id uuid NOT NULL,
        parent_id uuid,
        name varchar(200) NOT NULL,
        amount bigint NOT NULL DEFAULT 0,
        currency char(3) NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT fk_t%1$02d_parent FOREIGN KEY (parent_id) REFERENCES t%2$02d (id),
        CONSTRAINT ck_t%1$02d_amount CHECK (amount >= 0)
      );
      CREATE INDEX ix_t%1$02d_tenant ON t%1$02d (tenant_id, created_at);
      """;

  private static final String HEADER =
      """
      --liquibase formatted sql
      --changeset bench:%s splitStatements:false stripComments:false
      """;

  /** Writes a number of tables into a folder. */
  static BenchChanges write(Path folder, int tables) throws IOException {
    Path changes = Files.createDirectories(folder.resolve("db/changes"));
    Path flyway = Files.createDirectories(folder.resolve("flyway"));
    StringBuilder list = new StringBuilder("databaseChangeLog:\n");
    StringBuilder script = new StringBuilder();
    for (int i = 1; i <= tables; i++) {
      String sql = TABLE.formatted(i, Math.max(1, i - 1));
      String id = String.format(Locale.ROOT, "%04d-bench-create-t%02d", i, i);
      Files.writeString(changes.resolve(id + ".sql"), HEADER.formatted(id) + sql);
      Files.writeString(flyway.resolve("V" + i + "__create_t" + i + ".sql"), sql);
      list.append(
          "  - include: {file: changes/%s.sql, relativeToChangelogFile: true}\n".formatted(id));
      script.append(sql);
    }
    Files.writeString(folder.resolve("db/changelog.yaml"), list);
    Files.writeString(folder.resolve("all.sql"), script);
    return new BenchChanges(folder);
  }

  /** The folder {@code db} of the list. */
  Path list() {
    return folder.resolve("db");
  }

  /** The folder of Flyway's files. */
  Path flyway() {
    return folder.resolve("flyway");
  }

  /** All tables as one script. */
  Path script() {
    return folder.resolve("all.sql");
  }
}
