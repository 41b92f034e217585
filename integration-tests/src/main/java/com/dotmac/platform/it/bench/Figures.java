package com.dotmac.platform.it.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What was measured: seconds by contender, as medians beside those of one of them. */
final class Figures {
  private final Map<String, List<Double>> seconds = new LinkedHashMap<>();

  void add(String contender, double measured) {
    seconds.computeIfAbsent(contender, name -> new ArrayList<>()).add(measured);
  }

  /**
   * Prints a table in Markdown.
   *
   * @param against the contender that is 1.00
   */
  void print(PrintStream out, String title, String against) {
    double whole = median(seconds.getOrDefault(against, List.of(Double.NaN)));
    out.printf(
        Locale.ROOT,
        "%n| %s | median s | fastest s | of %s |%n|---|---|---|---|%n",
        title,
        against);
    seconds.forEach(
        (name, all) ->
            out.printf(
                Locale.ROOT,
                "| %s | %.2f | %.2f | %.2f |%n",
                name,
                median(all),
                all.stream().mapToDouble(each -> each).min().orElse(Double.NaN),
                median(all) / whole));
  }

  static double median(List<Double> all) {
    List<Double> sorted = all.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
