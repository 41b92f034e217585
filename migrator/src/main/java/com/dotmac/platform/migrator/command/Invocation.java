package com.dotmac.platform.migrator.command;

import com.dotmac.platform.migrator.changelog.Changelog;
import com.dotmac.platform.migrator.report.Report;
import com.dotmac.platform.migrator.target.Target;
import java.io.PrintStream;
import java.sql.Connection;
import net.sourceforge.argparse4j.inf.Namespace;
import org.jspecify.annotations.Nullable;

/**
 * What a verb is run with.
 *
 * @param target the database
 * @param changelog the list of changes
 * @param options the parsed command line
 * @param report what the run tells
 * @param lent an open connection as {@link com.dotmac.platform.migrator.target.Connector#openBare}
 *     gives it, to be used instead of opening one, or {@code null}; whoever lends it closes it
 */
record Invocation(
    Target target,
    Changelog changelog,
    Namespace options,
    Report report,
    @Nullable Connection lent) {

  /** For lines that were asked for. */
  PrintStream out() {
    return report.out();
  }

  /** For everything said about the run. */
  PrintStream err() {
    return report.err();
  }
}
