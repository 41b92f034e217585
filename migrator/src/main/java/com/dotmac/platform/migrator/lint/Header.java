package com.dotmac.platform.migrator.lint;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The comment lines at the top of a change file, up to the line that Liquibase reads.
 *
 * @param changeLine line of {@code --changeset}, counted from 1
 * @param why first line of the reason; {@code null} when it is missing or empty
 * @param phase the word after {@code Phase:}; {@code null} when it is missing
 * @param rollback the first word after {@code Rollback:}; {@code null} when it is missing
 * @param allowed what the file allows itself
 */
public record Header(
    int changeLine,
    @Nullable String why,
    @Nullable String phase,
    @Nullable String rollback,
    List<Allowance> allowed) {
  private static final String ALLOW = "allow ";
  private static final String BECAUSE = " because ";

  /** Keeps a copy of the allowances. */
  public Header {
    allowed = List.copyOf(allowed);
  }

  /**
   * One line {@code -- Lint: allow RULE because REASON}.
   *
   * @param rule the name as it is written
   * @param reason {@code null} when none is given
   */
  public record Allowance(int line, String rule, @Nullable String reason) {}

  /** Reads the header of a file. */
  public static Header of(String text) {
    List<String> lines = text.lines().toList();
    int changeLine = 1;
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith("--changeset ")) {
        changeLine = i + 1;
        break;
      }
    }
    List<String> head = lines.subList(0, Math.min(changeLine, lines.size()));
    List<Allowance> allowed = new ArrayList<>();
    for (int i = 0; i < head.size(); i++) {
      String said = after(head.get(i), "Lint");
      if (said != null) {
        allowed.add(allowance(i + 1, said));
      }
    }
    return new Header(
        changeLine, field(head, "Why"), field(head, "Phase"), rollback(head), allowed);
  }

  private static Allowance allowance(int line, String said) {
    String rest = said.startsWith(ALLOW) ? said.substring(ALLOW.length()).strip() : said;
    int because = (rest + " ").indexOf(BECAUSE);
    if (because < 0) {
      return new Allowance(line, rest, null);
    }
    String reason = rest.substring(Math.min(rest.length(), because + BECAUSE.length())).strip();
    return new Allowance(line, rest.substring(0, because), reason.isEmpty() ? null : reason);
  }

  private static @Nullable String rollback(List<String> head) {
    String said = field(head, "Rollback");
    return said == null ? null : said.split("[ .]", 2)[0];
  }

  private static @Nullable String field(List<String> head, String name) {
    for (String line : head) {
      String said = after(line, name);
      if (said != null && !said.isEmpty()) {
        return said;
      }
    }
    return null;
  }

  private static @Nullable String after(String line, String name) {
    String prefix = "-- " + name + ":";
    return line.startsWith(prefix) ? line.substring(prefix.length()).strip() : null;
  }
}
