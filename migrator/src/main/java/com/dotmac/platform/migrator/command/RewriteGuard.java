package com.dotmac.platform.migrator.command;

import com.dotmac.platform.migrator.footprint.Rewrite;
import com.dotmac.platform.migrator.outcome.ExitCode;
import com.dotmac.platform.migrator.outcome.Refusal;
import com.dotmac.platform.migrator.target.Target;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import net.sourceforge.argparse4j.impl.Arguments;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;

/**
 * Keeps a change from writing a big table anew unasked: nobody could read or write it meanwhile.
 * What a change rewrites is known from its footprint, how big the table is from the database.
 */
final class RewriteGuard {
  private static final String LIMIT = "rewrite-limit";
  private static final String ALLOW = "allow-rewrite";
  private static final int LIMIT_MEBIBYTES = 64;
  private static final int MOST_MEBIBYTES = 1 << 30;
  private static final long MEBIBYTE = 1L << 20;

  private final Invocation invocation;
  private final String command;

  /**
   * @param command what to type to do it all the same, as far as the option: {@code db migrate}
   */
  RewriteGuard(Invocation invocation, String command) {
    this.invocation = invocation;
    this.command = "java -jar migrator.jar " + command;
  }

  /** The options of a verb that applies changes. */
  static void configure(Subparser parser) {
    configureLimit(parser);
    parser
        .addArgument("--" + ALLOW)
        .metavar("TABLE")
        .dest(ALLOW)
        .action(Arguments.append())
        .help("a big table that a change may write anew while nobody can use it; may be repeated");
  }

  /** The option of a verb that only tells. */
  static void configureLimit(Subparser parser) {
    parser
        .addArgument("--" + LIMIT)
        .metavar("MIB")
        .dest(LIMIT)
        .type(Integer.class)
        .choices(Arguments.range(0, MOST_MEBIBYTES))
        .setDefault(LIMIT_MEBIBYTES)
        .help(
            "a table that takes more mebibytes is big, and not written anew unasked (default: "
                + LIMIT_MEBIBYTES
                + ")");
  }

  /** What the changes would write anew of what is big in the connected database. */
  List<Rewrite> find(Connection connection, List<String> changes) throws SQLException {
    long limit = invocation.options().getInt(LIMIT) * MEBIBYTE;
    return Rewrite.among(connection, invocation.changelog(), changes, limit);
  }

  /**
   * Puts what was found into the report, and goes on when it is allowed.
   *
   * @throws Refusal when it is not
   */
  void tellAndRefuse(List<Rewrite> rewrites) {
    invocation.report().put("rewrites", rewrites);
    refuse(rewrites, "Nothing was run.");
  }

  /**
   * Looks again just before a change: a change before it may have filled the table, or renamed it.
   *
   * @throws Refusal when the change would write a table anew that has become big
   */
  void refuseAtLast(Connection transaction, String change) {
    try {
      refuse(find(transaction, List.of(change)), "The changes before it stay applied.");
    } catch (SQLException e) {
      throw Guard.stopped(invocation.target(), e);
    }
  }

  /** Says what was found as remarks in SQL. */
  void remark(List<Rewrite> rewrites) {
    PrintStream out = invocation.out();
    invocation.report().put("rewrites", rewrites);
    unallowed(rewrites).forEach(it -> out.println("-- change " + it.change() + note(it)));
  }

  /** What to say of it behind the name of the change. */
  static String note(Rewrite rewrite) {
    return "  %s %s (%s) anew; needs --%s %s"
        .formatted(
            rewrite.recorded() ? "writes" : "has no footprint and may write",
            rewrite.table(),
            Words.size(rewrite.bytes()),
            ALLOW,
            rewrite.table());
  }

  private List<Rewrite> unallowed(List<Rewrite> rewrites) {
    Namespace options = invocation.options();
    List<String> allowed = options.getList(ALLOW);
    return allowed == null
        ? rewrites
        : rewrites.stream().filter(rewrite -> !allowed.contains(rewrite.table())).toList();
  }

  private void refuse(List<Rewrite> rewrites, String rest) {
    List<Rewrite> refused = unallowed(rewrites);
    if (refused.isEmpty()) {
      return;
    }
    List<Rewrite> known = refused.stream().filter(Rewrite::recorded).toList();
    throw known.isEmpty() ? unknown(refused, rest) : big(known, rest);
  }

  private Refusal big(List<Rewrite> rewrites, String rest) {
    return new Refusal(
        ExitCode.REFUSED,
        "change %s would write %s anew in %s"
            .formatted(changes(rewrites), tables(rewrites), where()),
        "%s, more than the limit of %d MiB.\n"
                .formatted(sizes(rewrites), invocation.options().getInt(LIMIT))
            + "PostgreSQL copies every row and builds every index again under the lock ACCESS"
            + " EXCLUSIVE: until that is done nobody\nreads or writes the table, and the copy takes"
            + " as much room again. "
            + rest,
        "do it in steps that keep the table in use: expand, fill in batches, contract"
            + " (docs/migrating-live.md)\n"
            + "or, while nobody needs the table: "
            + command
            + options(rewrites),
        null);
  }

  private Refusal unknown(List<Rewrite> rewrites, String rest) {
    return new Refusal(
        ExitCode.REFUSED,
        "change %s has no recorded footprint, and %s has big tables"
            .formatted(changes(rewrites), where()),
        "Whether it would write one of them anew, so that nobody could use it meanwhile, is not"
            + " known: %s. %s".formatted(sizes(rewrites), rest),
        "on an empty database: java -jar migrator.jar db snapshot --migrations FILE"
            + " --output-directory DIR\n"
            + "with the folder of FILE as DIR, then the same command again; or, without knowing: "
            + command
            + options(rewrites),
        null);
  }

  private String where() {
    Target target = invocation.target();
    return target.describe();
  }

  private static String changes(List<Rewrite> rewrites) {
    return Guard.some(rewrites.stream().map(Rewrite::change).distinct().toList());
  }

  private static String tables(List<Rewrite> rewrites) {
    return Guard.some(rewrites.stream().map(Rewrite::table).distinct().toList());
  }

  private static String sizes(List<Rewrite> rewrites) {
    return Guard.some(
        rewrites.stream()
            .map(rewrite -> rewrite.table() + " has " + Words.size(rewrite.bytes()))
            .distinct()
            .toList());
  }

  private static String options(List<Rewrite> rewrites) {
    return rewrites.stream()
        .map(rewrite -> " --" + ALLOW + " " + rewrite.table())
        .distinct()
        .collect(Collectors.joining());
  }
}
