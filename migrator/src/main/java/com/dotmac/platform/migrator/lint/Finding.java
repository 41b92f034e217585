package com.dotmac.platform.migrator.lint;

/**
 * One place that a rule objects to.
 *
 * @param rule name of the rule
 * @param file path of the change file, as the list of changes gives it
 * @param line in that file, counted from 1
 * @param message what was found, without a final full stop
 * @param advice what to do instead, as sentences
 */
public record Finding(
    String rule, Severity severity, String file, int line, String message, String advice) {

  /** The finding in one line, as compilers write it. */
  public String text() {
    return "%s:%d: %s %s: %s".formatted(file, line, severity, rule, message);
  }
}
