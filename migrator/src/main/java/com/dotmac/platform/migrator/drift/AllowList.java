package com.dotmac.platform.migrator.drift;

import com.dotmac.platform.migrator.outcome.ExitCode;
import com.dotmac.platform.migrator.outcome.Refusal;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Differences that somebody has accepted for a while, each with the reason and the last day. An
 * entry that no longer holds, or that nothing needs, is told as well: a list that only grows is
 * worth nothing.
 *
 * @param entries in the order of the file
 */
public record AllowList(List<Entry> entries) {
  /** Nothing is accepted. */
  public static final AllowList EMPTY = new AllowList(List.of());

  private static final ObjectMapper MAPPER = YAMLMapper.builder().build();

  /** Keeps a copy of the entries. */
  public AllowList {
    entries = List.copyOf(entries);
  }

  /**
   * One accepted difference.
   *
   * @param object which object differs, as {@code db verify} names it
   * @param reason why that is accepted
   * @param expires the last day on which it is, in UTC
   */
  public record Entry(String object, String reason, LocalDate expires) {

    /** Whether the last day is over. */
    public boolean isExpired(LocalDate today) {
      return expires.isBefore(today);
    }
  }

  /**
   * What a list makes of the findings.
   *
   * @param left the findings that are not accepted
   * @param allowed the entries that accept one
   * @param expired the entries that would accept one if their last day were not over
   * @param unused the entries that accept nothing
   */
  public record Judgement(
      List<Finding> left, List<Entry> allowed, List<Entry> expired, List<Entry> unused) {

    /** Keeps copies of the lists. */
    public Judgement {
      left = List.copyOf(left);
      allowed = List.copyOf(allowed);
      expired = List.copyOf(expired);
      unused = List.copyOf(unused);
    }

    /** Whether there is nothing to mend, neither in the schema nor in the list. */
    public boolean isClean() {
      return left.isEmpty() && expired.isEmpty() && unused.isEmpty();
    }
  }

  /** Separates what is accepted from what is not. */
  public Judgement judge(List<Finding> findings, LocalDate today) {
    List<Finding> left = new ArrayList<>();
    Set<Entry> allowed = new LinkedHashSet<>();
    Set<Entry> expired = new LinkedHashSet<>();
    for (Finding finding : findings) {
      Entry entry = find(finding.object().identity());
      if (entry != null && !entry.isExpired(today)) {
        allowed.add(entry);
        continue;
      }
      left.add(finding);
      if (entry != null) {
        expired.add(entry);
      }
    }
    List<Entry> unused = new ArrayList<>(entries);
    unused.removeAll(allowed);
    unused.removeAll(expired);
    return new Judgement(left, List.copyOf(allowed), List.copyOf(expired), unused);
  }

  /**
   * Reads a list from a file of YAML.
   *
   * @throws Refusal when there is no such file, or an entry lacks its object, reason or last day
   */
  public static AllowList read(Path file) {
    try {
      List<Line> lines = MAPPER.readValue(file.toFile(), new TypeReference<>() {});
      return lines == null
          ? EMPTY
          : new AllowList(lines.stream().map(line -> entry(file, line)).toList());
    } catch (JsonProcessingException e) {
      throw unusable(file, e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw unusable(file, "It cannot be read: " + e.getMessage(), e);
    }
  }

  private static Entry entry(Path file, Line line) {
    String object = required(file, line.object(), "object", line);
    String reason = required(file, line.reason(), "reason", line);
    String expires = required(file, line.expires(), "expires", line);
    try {
      return new Entry(object, reason, LocalDate.parse(expires));
    } catch (DateTimeException e) {
      throw unusable(file, "expires of " + object + " is not a day: " + expires, e);
    }
  }

  private static String required(Path file, @Nullable String value, String field, Line line) {
    if (value == null || value.isBlank()) {
      String which = line.object() == null ? "An entry" : "The entry for " + line.object();
      throw unusable(file, which + " has no " + field + ".", null);
    }
    return value;
  }

  private static Refusal unusable(Path file, String why, @Nullable Throwable cause) {
    return new Refusal(
        ExitCode.USAGE,
        "cannot use the allow-list " + file,
        why,
        """
        write a list of entries like this one:
        - object: INDEX partners.ix_partners_name
          reason: built by hand for the report of March
          expires: 2030-03-31""",
        cause);
  }

  private @Nullable Entry find(String identity) {
    return entries.stream()
        .filter(entry -> entry.object().equals(identity))
        .findFirst()
        .orElse(null);
  }

  /** An entry as it stands in the file. */
  private record Line(@Nullable String object, @Nullable String reason, @Nullable String expires) {}
}
