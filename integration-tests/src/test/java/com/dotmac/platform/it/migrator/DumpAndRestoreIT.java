package com.dotmac.platform.it.migrator;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.domain.schema.RequiredCatalog;
import com.dotmac.platform.it.golden.CatalogOfApp;
import com.dotmac.platform.it.harness.MigratedPostgres;
import com.dotmac.platform.it.harness.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/**
 * A copy made by pg_dump. No artifact carries that program, so this runs where the machine has one;
 * on the oldest server, which every pg_dump can read. {@link BareDatabaseIT} makes a copy
 * everywhere.
 */
@EnabledIf(value = "isInstalled", disabledReason = "there is no pg_dump on the PATH")
class DumpAndRestoreIT {

  @Test
  void a_restored_copy_is_as_the_changes_make_it()
      throws IOException, InterruptedException, SQLException {
    try (TestDatabase original = MigratedPostgres.emptyDatabase(15);
        TestDatabase copy = MigratedPostgres.emptyDatabase(15)) {
      MigratorRun.of(original, "migrate").done();
      Facts.run(copy, dump(original));

      assertThat(Drift.of(copy).findings()).isEmpty();
      assertThat(CatalogOfApp.of(copy).text()).isEqualTo(RequiredCatalog.ofThisBuild().text());
      Facts.run(copy, "ALTER TABLE partners DROP CONSTRAINT fk_partners_tenant");
      assertThat(Drift.of(copy).findings())
          .containsExactly("missing CONSTRAINT partners.fk_partners_tenant");
    }
  }

  static boolean isInstalled() {
    try {
      return new ProcessBuilder("pg_dump", "--version")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  // As text that a connection can run: without commands of psql, and without what newer ones set.
  private static String dump(TestDatabase database) throws IOException, InterruptedException {
    String url =
        database
            .jdbcUrl()
            .replace("jdbc:postgresql:", "postgresql://postgres@")
            .replace("@//", "@");
    Process process =
        new ProcessBuilder("pg_dump", "--inserts", "--dbname", url)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return text.lines()
        .filter(line -> !line.startsWith("\\") && !line.startsWith("SET transaction_timeout"))
        .collect(Collectors.joining("\n"));
  }
}
