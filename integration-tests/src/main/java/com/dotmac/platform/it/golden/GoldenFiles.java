package com.dotmac.platform.it.golden;

import com.dotmac.platform.it.harness.MigratedPostgres;
import com.dotmac.platform.it.harness.TestDatabase;
import com.dotmac.platform.migrator.MigratorApplication;

/**
 * {@code make golden}: lets {@code db snapshot} write the files from an empty database. Run from
 * the root of the repository.
 */
public final class GoldenFiles {
  private static final String SCHEMA_DIRECTORY = "migrator/src/main/resources/db";
  private static final String REQUIRED_CHANGES =
      "domain/src/main/resources/com/dotmac/platform/domain/schema/changes.txt";

  private GoldenFiles() {}

  /** Writes the files and ends with the exit code of the migrator. */
  public static void main(String[] arguments) {
    // Said before anything logs.
    System.setProperty("logback.configurationFile", "com/dotmac/platform/it/golden/logback.xml");
    System.exit(write());
  }

  private static int write() {
    try (TestDatabase database = MigratedPostgres.emptyDatabase()) {
      return MigratorApplication.execute(
          database.environmentOfOwner(),
          System.out,
          System.err,
          "db",
          "snapshot",
          "--output-directory",
          SCHEMA_DIRECTORY,
          "--required-changes",
          REQUIRED_CHANGES);
    }
  }
}
