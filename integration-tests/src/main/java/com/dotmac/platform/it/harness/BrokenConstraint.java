package com.dotmac.platform.it.harness;

import java.sql.SQLException;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Says which constraint a statement broke, in the words of the server and not of the message. */
public final class BrokenConstraint {

  private BrokenConstraint() {}

  /** The name of the constraint and the message; all that is known where the server said less. */
  public static String of(SQLException refusal) {
    ServerErrorMessage said =
        refusal instanceof PSQLException broken ? broken.getServerErrorMessage() : null;
    return said == null ? refusal.toString() : said.getConstraint() + " " + said.getMessage();
  }
}
