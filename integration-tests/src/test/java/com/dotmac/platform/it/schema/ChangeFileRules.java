package com.dotmac.platform.it.schema;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a change is filed: one file, one number, one reason, one way back or the word that none is.
 */
final class ChangeFileRules {
  private static final Pattern NAME =
      Pattern.compile("(?<number>\\d{4})-[a-z]+(-[a-z0-9]+){2,}\\.sql");
  private static final Pattern CHANGESET =
      Pattern.compile("--changeset (?<author>[^:]+):(?<id>\\S+)(?<attributes>.*)");
  private static final Pattern LABELS = Pattern.compile("\\blabels:(\\S+)");
  private static final Pattern WHY = Pattern.compile("(?m)^-- Why: \\S.*");
  private static final Pattern PHASE = Pattern.compile("(?m)^-- Phase: (expand|contract)$");
  private static final Pattern ROLLBACK =
      Pattern.compile("(?m)^-- Rollback: (reversible|lossy|forward-only)\\b");
  private static final Pattern WAY_BACK =
      Pattern.compile("(?m)^(--rollback \\S|/\\* liquibase rollback\\s*$)");

  private ChangeFileRules() {}

  /** The list names every file once, in the order of gapless numbers, and holds nothing else. */
  static List<String> listing(ChangeFiles files) {
    List<String> sentences = new ArrayList<>();
    for (String line : files.strayLines()) {
      sentences.add(
          "changelog.yaml: '%s' is not one change in the agreed form; write one include per line."
              .formatted(line));
    }
    Set<String> seen = new HashSet<>();
    int number = 0;
    for (String file : files.listed()) {
      if (!seen.add(file)) {
        sentences.add("%s is listed twice in changelog.yaml: keep the first line.".formatted(file));
        continue;
      }
      number++;
      if (!files.texts().containsKey(file)) {
        sentences.add("%s is listed in changelog.yaml and is no file: add it.".formatted(file));
      }
      Matcher name = NAME.matcher(file);
      if (!name.matches()) {
        sentences.add(
            "%s is misnamed: four digits, feature, verb phrase, as in 0042-partners-add-payout-reference.sql."
                .formatted(file));
      } else if (Integer.parseInt(name.group("number")) != number) {
        sentences.add(
            "%s stands in place %04d: numbers follow the order of the list, without gaps."
                .formatted(file, number));
      }
    }
    for (String file : files.texts().keySet()) {
      if (!seen.contains(file)) {
        sentences.add(
            "%s is not listed in changelog.yaml: add its line at the end.".formatted(file));
      }
    }
    return sentences;
  }

  /** Each file is one change of ours under its own name, with its head filled in. */
  static List<String> contents(ChangeFiles files) {
    List<String> sentences = new ArrayList<>();
    files.texts().forEach((file, text) -> contents(file, text, sentences));
    return sentences;
  }

  private static void contents(String file, String text, List<String> sentences) {
    if (!text.startsWith("--liquibase formatted sql\n")) {
      sentences.add(file + ": its first line must be '--liquibase formatted sql'.");
    }
    if (!WHY.matcher(text).find()) {
      sentences.add(file + ": say in a line '-- Why: …' what the change is for.");
    }
    String phase = first(PHASE, text);
    if (phase.isEmpty()) {
      sentences.add(file + ": say '-- Phase: expand' or '-- Phase: contract'.");
    }
    String rollback = first(ROLLBACK, text);
    boolean wayBack = WAY_BACK.matcher(text).find();
    if (rollback.isEmpty()) {
      sentences.add(file + ": say '-- Rollback: reversible', 'lossy' or 'forward-only'.");
    } else if (rollback.equals("forward-only") && wayBack) {
      sentences.add(file + ": says forward-only and has a rollback; one of them is wrong.");
    } else if (!rollback.equals("forward-only") && !wayBack) {
      sentences.add(file + ": has no rollback; add '--rollback …' or say forward-only and why.");
    }
    changeset(file, text, phase, sentences);
  }

  private static void changeset(String file, String text, String phase, List<String> sentences) {
    List<Matcher> changesets =
        text.lines().map(CHANGESET::matcher).filter(Matcher::matches).toList();
    if (changesets.size() != 1) {
      sentences.add(
          "%s: has %d changesets; a file is one change, that fails or is done as a whole."
              .formatted(file, changesets.size()));
      return;
    }
    Matcher changeset = changesets.get(0);
    if (!changeset.group("author").equals("dotmac")) {
      sentences.add(
          file + ": the author of a changeset is always dotmac; history is git's business.");
    }
    if (!changeset.group("id").equals(ChangeFiles.stem(file))) {
      sentences.add("%s: its changeset must be called %s.".formatted(file, ChangeFiles.stem(file)));
    }
    if (!first(LABELS, changeset.group("attributes")).equals(phase)) {
      sentences.add("%s: labels and '-- Phase: %s' must say the same.".formatted(file, phase));
    }
  }

  private static String first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? matcher.group(1) : "";
  }
}
