package com.dotmac.platform.migrator.command;

import com.dotmac.platform.migrator.changelog.History;
import com.dotmac.platform.migrator.changelog.Standing;
import com.dotmac.platform.migrator.outcome.ExitCode;
import com.dotmac.platform.migrator.outcome.Refusal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import net.sourceforge.argparse4j.inf.ArgumentParser;
import net.sourceforge.argparse4j.inf.MutuallyExclusiveGroup;
import net.sourceforge.argparse4j.inf.Namespace;

/** How far back: one of four ways to name the change that stays as the last. */
final class RollbackTarget {
  private RollbackTarget() {}

  static void configure(ArgumentParser parser) {
    MutuallyExclusiveGroup group = parser.addMutuallyExclusiveGroup("how far back").required(true);
    group.addArgument("--count").metavar("N").type(Integer.class).help("the last N changes");
    group
        .addArgument("--to")
        .metavar("VERSION")
        .help("all changes after this one, which stays as the last");
    group
        .addArgument("--to-tag")
        .metavar("TAG")
        .dest("to-tag")
        .help("all changes applied after the tag was set");
    group
        .addArgument("--to-date")
        .metavar("INSTANT")
        .dest("to-date")
        .help("all changes applied after an instant, for example 2026-03-01T12:00:00Z");
  }

  /**
   * How many of the applied changes stay.
   *
   * @throws Refusal when that cannot be told from the options and the history
   */
  static int staying(Namespace options, Standing standing, Connection connection)
      throws SQLException {
    List<String> ids = standing.applied().stream().map(History.Entry::id).toList();
    if (options.getInt("count") != null) {
      return ofCount(options.getInt("count"), ids);
    }
    if (options.getString("to") != null) {
      return ofVersion(options.getString("to"), ids);
    }
    if (options.getString("to-tag") != null) {
      return ofTag(options.getString("to-tag"), standing.applied());
    }
    return ofDate(Objects.requireNonNull(options.getString("to-date")), ids, connection);
  }

  private static int ofCount(int count, List<String> ids) {
    if (count < 1) {
      throw refusal(ExitCode.USAGE, "--count wants a number from 1 on", "It was " + count + ".");
    }
    if (count > ids.size()) {
      throw refusal(
          ExitCode.REFUSED,
          "there are not " + count + " changes to take back",
          "Only " + Words.count(ids.size(), "change") + " of this list are applied.");
    }
    return ids.size() - count;
  }

  private static int ofVersion(String version, List<String> ids) {
    int place = ids.indexOf(version);
    if (place < 0) {
      throw refusal(
          ExitCode.REFUSED,
          "change " + version + " is not applied",
          "The rollback was to end at it, and the history does not have it.");
    }
    return place + 1;
  }

  private static int ofTag(String tag, List<History.Entry> applied) {
    for (int place = applied.size(); place > 0; place--) {
      if (tag.equals(applied.get(place - 1).tag())) {
        return place;
      }
    }
    throw refusal(
        ExitCode.REFUSED, "no applied change has the tag " + tag, "The history does not have it.");
  }

  private static int ofDate(String text, List<String> ids, Connection connection)
      throws SQLException {
    Set<String> after;
    try {
      after = History.appliedAfter(connection, Instant.parse(text));
    } catch (DateTimeParseException e) {
      throw refusal(
          ExitCode.USAGE,
          text + " is not an instant",
          "An instant has a date, a time and a zone: 2026-03-01T12:00:00Z.");
    }
    int place = 0;
    while (place < ids.size() && !after.contains(ids.get(place))) {
      place++;
    }
    return place;
  }

  private static Refusal refusal(ExitCode exitCode, String what, String why) {
    return new Refusal(
        exitCode,
        what,
        why + " Nothing was run.",
        "java -jar migrator.jar db status lists what is applied, when, and the tags",
        null);
  }
}
