package com.dotmac.platform.migrator.command;

import com.dotmac.platform.migrator.changelog.Changelog;
import com.dotmac.platform.migrator.report.Report;
import com.dotmac.platform.migrator.target.Target;
import java.io.PrintStream;
import net.sourceforge.argparse4j.inf.Namespace;

/**
 * What a verb is run with.
 *
 * @param target the database
 * @param changelog the list of changes
 * @param options the parsed command line
 * @param report what the run tells
 */
record Invocation(Target target, Changelog changelog, Namespace options, Report report) {

  /** For lines that were asked for. */
  PrintStream out() {
    return report.out();
  }

  /** For everything said about the run. */
  PrintStream err() {
    return report.err();
  }
}
