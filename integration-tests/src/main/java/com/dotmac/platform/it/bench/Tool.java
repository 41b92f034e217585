package com.dotmac.platform.it.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A measuring program of the distribution, run to its end, and the numbers in what it says. */
final class Tool {
  private final String said;

  private Tool(String said) {
    this.said = said;
  }

  /**
   * Runs a command line.
   *
   * @param environment what is added to that of this process
   * @throws IllegalStateException if it fails; the message has its words
   */
  static Tool run(Map<String, String> environment, List<String> command)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException(command.get(0) + " failed: " + said);
    }
    return new Tool(said);
  }

  /** Everything it said. */
  String said() {
    return said;
  }

  /**
   * The number behind a label.
   *
   * @param pattern with one group, which is a number
   * @throws IllegalStateException if it said no such thing
   */
  double number(String pattern) {
    return Double.parseDouble(group(pattern, 1));
  }

  /**
   * The time behind a label, in milliseconds.
   *
   * @param pattern with two groups: a number, and {@code us}, {@code ms} or {@code s}
   * @throws IllegalStateException if it said no such thing
   */
  double milliseconds(String pattern) {
    double amount = Double.parseDouble(group(pattern, 1));
    return switch (group(pattern, 2)) {
      case "us" -> amount / 1000;
      case "ms" -> amount;
      default -> amount * 1000;
    };
  }

  private String group(String pattern, int group) {
    Matcher matcher = Pattern.compile(pattern).matcher(said);
    if (!matcher.find()) {
      throw new IllegalStateException("No " + pattern + " in: " + said);
    }
    return matcher.group(group);
  }
}
