package com.dotmac.platform.migrator.command;

import com.dotmac.platform.migrator.changelog.Changelog;
import com.dotmac.platform.migrator.target.Target;
import java.io.PrintStream;
import net.sourceforge.argparse4j.inf.Namespace;

/**
 * What a verb is run with.
 *
 * @param target the database
 * @param changelog the list of changes
 * @param options the parsed command line
 * @param out for what was asked for
 * @param err for everything said about the run
 */
record Invocation(
    Target target, Changelog changelog, Namespace options, PrintStream out, PrintStream err) {}
