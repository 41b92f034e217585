package com.dotmac.platform.migrator.command;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import liquibase.exception.LiquibaseException;

/** Catches what code that is not ours prints to the standard output of the process. */
final class StandardOutput {
  private StandardOutput() {}

  /** What the work printed. One at a time: the process has only one standard output. */
  static synchronized String of(Work work) throws SQLException, LiquibaseException {
    PrintStream before = System.out;
    ByteArrayOutputStream caught = new ByteArrayOutputStream();
    System.setOut(new PrintStream(caught, true, StandardCharsets.UTF_8));
    try {
      work.run();
    } finally {
      System.setOut(before);
    }
    return caught.toString(StandardCharsets.UTF_8);
  }

  /** Something that prints. */
  interface Work {
    /** Does it. */
    void run() throws SQLException, LiquibaseException;
  }
}
