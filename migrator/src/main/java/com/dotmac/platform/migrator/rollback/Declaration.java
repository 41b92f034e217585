package com.dotmac.platform.migrator.rollback;

import com.dotmac.platform.migrator.changelog.Change;
import com.dotmac.platform.migrator.changelog.Changelog;
import com.dotmac.platform.migrator.outcome.ExitCode;
import com.dotmac.platform.migrator.outcome.Refusal;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a change file says of its way back, in the line {@code -- Rollback: …} of its head.
 *
 * @param way the declared kind
 * @param reason what is lost, or why there is no way back; empty when the file says no more
 */
public record Declaration(Way way, String reason) {
  private static final Pattern LINE =
      Pattern.compile(
          "^-- Rollback: (?<way>reversible|lossy|forward-only)\\b[.:]?[ ]*(?<reason>.*)$",
          Pattern.MULTILINE);

  /** The kinds of way back. */
  public enum Way {
    /** Nothing that anybody stored goes. */
    REVERSIBLE,
    /** Rows or values go with what is dropped. */
    LOSSY,
    /** There is none. */
    FORWARD_ONLY;

    /** The word, as in the head of a change file. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * What the file of a change declares.
   *
   * @throws Refusal when it declares nothing, or the file cannot be read
   */
  public static Declaration of(Changelog changelog, Change change) {
    Matcher line = LINE.matcher(changelog.text(change.path()));
    if (!line.find()) {
      throw new Refusal(
          ExitCode.REFUSED,
          "change " + change.id() + " does not declare its way back",
          change.path() + " has no line \"-- Rollback: reversible, lossy or forward-only\".",
          "add the line; docs/rollback.md says what each word promises",
          null);
    }
    Way way = Way.valueOf(line.group("way").toUpperCase(Locale.ROOT).replace('-', '_'));
    return new Declaration(way, line.group("reason").strip());
  }

  /** As a person reads it: {@code lossy: Drops all users.} */
  public String text() {
    return reason.isEmpty() ? way.word() : way.word() + ": " + reason;
  }
}
