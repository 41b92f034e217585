package com.dotmac.platform.migrator.command;

import com.dotmac.platform.migrator.outcome.ExitCode;
import java.sql.SQLException;
import liquibase.exception.LiquibaseException;
import net.sourceforge.argparse4j.inf.Subparser;

/** One word after {@code db}: what it is called, which options it has, and what it does. */
interface Verb {

  /** The word. */
  String name();

  /** What it does, in one sentence for the help. */
  String description();

  /** Adds the options of this verb; those that all verbs share are there already. */
  void configure(Subparser parser);

  /**
   * Does it.
   *
   * @return how the process ends
   * @throws com.dotmac.platform.migrator.outcome.Refusal when it is not done, with the reason
   * @throws SQLException when the connection breaks or the server refuses a statement
   * @throws LiquibaseException when Liquibase fails outside a change
   */
  ExitCode run(Invocation invocation) throws SQLException, LiquibaseException;
}
