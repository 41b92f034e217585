package com.dotmac.platform.it.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a load generator measured.
 *
 * @param perSecond requests or transactions in a second
 * @param medianMillis time of one; NaN where it is not told
 * @param p99Millis time that one in a hundred exceeds; NaN where it is not told
 */
record Load(double perSecond, double medianMillis, double p99Millis) {
  private static final Map<String, Double> MILLIS =
      Map.of("us", 0.001, "ms", 1.0, "s", 1000.0, "m", 60_000.0);

  /**
   * Runs wrk.
   *
   * @throws IllegalStateException if it fails, or any answer is no success
   */
  static Load ofWrk(List<String> command, Map<String, String> environment)
      throws IOException, InterruptedException {
    String said = run(command, environment);
    if (said.contains("Non-2xx") || said.contains("Socket errors")) {
      throw new IllegalStateException("Not every request was answered with success:\n" + said);
    }
    return new Load(
        number(said, "Requests/sec:\\s+([\\d.]+)()"),
        number(said, "50%\\s+([\\d.]+)(us|ms|s|m)"),
        number(said, "99%\\s+([\\d.]+)(us|ms|s|m)"));
  }

  /**
   * Runs pgbench.
   *
   * @throws IllegalStateException if it fails
   */
  static Load ofPgbench(List<String> command, Map<String, String> environment)
      throws IOException, InterruptedException {
    return new Load(number(run(command, environment), "tps = ([\\d.]+)()"), Double.NaN, Double.NaN);
  }

  private static String run(List<String> command, Map<String, String> environment)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException(command.get(0) + " failed:\n" + said);
    }
    return said;
  }

  private static double number(String said, String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(said);
    if (!matcher.find()) {
      throw new IllegalStateException("No " + pattern + " in:\n" + said);
    }
    return Double.parseDouble(matcher.group(1)) * MILLIS.getOrDefault(matcher.group(2), 1.0);
  }
}
