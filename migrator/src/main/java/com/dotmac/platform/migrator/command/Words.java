package com.dotmac.platform.migrator.command;

import com.dotmac.platform.migrator.changelog.Standing;
import com.dotmac.platform.migrator.target.Target;
import java.time.Duration;
import java.util.Locale;

/** The small phrases that all verbs share, the same in every locale. */
final class Words {
  private Words() {}

  static String capital(String sentence) {
    return sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
  }

  /** What a run says that found nothing to do. */
  static String upToDate(Target target, Standing standing) {
    return capital(target.describe())
        + " is up to date at "
        + standing.version()
        + "; nothing to do";
  }

  static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  /** A size with the unit that suits it: {@code 70.3 MiB}. */
  static String size(long bytes) {
    String[] units = {"KiB", "MiB", "GiB", "TiB"};
    double size = bytes / 1024.0;
    int unit = 0;
    while (size >= 1024 && unit < units.length - 1) {
      size /= 1024;
      unit++;
    }
    return String.format(Locale.ROOT, "%.1f %s", size, units[unit]);
  }

  static String seconds(Duration took) {
    return String.format(Locale.ROOT, "%.1f s", took.toMillis() / 1000.0);
  }

  /** A duration at the end of a line, right-aligned so that a slow step stands out. */
  static String step(Duration took) {
    long millis = took.toMillis();
    return millis < 10_000
        ? " ".repeat(6 - Long.toString(millis).length()) + millis + " ms"
        : String.format(Locale.ROOT, "%7.1f s", millis / 1000.0);
  }
}
