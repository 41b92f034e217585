package com.dotmac.platform.app.logging;

import java.util.regex.Pattern;

/**
 * Blacks out what opens doors, whoever wrote it into a line: keys of ours, credentials of a header,
 * passwords in addresses and settings. Code of ours never logs these; libraries that are told to
 * talk do.
 */
final class Secrets {

  private static final String BLACK = "***";

  /** The public part of a key stays: it tells people which one it was. */
  private static final Pattern KEY =
      Pattern.compile("(dmk_[\\w-]{0,22}(?:(?:\\.|%2[eE])[\\w-]{0,16})?)(?:\\.|%2[eE])[\\w-]{8,}");

  /**
   * A refresh token gives away its session, the token of a link its row, and an access token whose
   * it is; none of them opens then.
   */
  private static final Pattern OF_PEOPLE =
      Pattern.compile(
          "(dm[rt]_[\\w-]{0,22}(?:(?:\\.|%2[eE])[\\w-]{0,22})?)(?:\\.|%2[eE])[\\w.%-]{8,}");

  private static final Pattern SIGNED =
      Pattern.compile("(eyJ[\\w-]{8,}\\.eyJ[\\w-]{8,})\\.[\\w-]+");

  private static final Pattern HEADER =
      Pattern.compile(
          "(?i)((?:authorization|idempotency-key|(?:set-)?cookie)[\"']?\\s*[:=]\\s*[\\[{\"']*)[^\\r\\n\"'}\\]]+");

  private static final Pattern SCHEME =
      Pattern.compile("(?i)\\b((?:bearer|basic)\\s+)[\\w.~+/=-]+");

  private static final Pattern ADDRESS = Pattern.compile("(://[^\\s/:@]*:)[^\\s/]+(@)");

  private static final Pattern SETTING =
      Pattern.compile(
          "(?i)((?:password|passwd|secret|token)[\"']?\\s*[=:]\\s*[\"']?)[^\\s\"'&,;}\\]]+");

  private Secrets() {}

  /** The text without secrets. */
  static String blackedOut(String text) {
    if (!isSuspicious(text)) {
      return text;
    }
    String black = KEY.matcher(text).replaceAll("$1." + BLACK);
    black = OF_PEOPLE.matcher(black).replaceAll("$1." + BLACK);
    black = SIGNED.matcher(black).replaceAll("$1." + BLACK);
    black = HEADER.matcher(black).replaceAll("$1" + BLACK);
    black = SCHEME.matcher(black).replaceAll("$1" + BLACK);
    black = ADDRESS.matcher(black).replaceAll("$1" + BLACK + "$2");
    return SETTING.matcher(black).replaceAll("$1" + BLACK);
  }

  /** Every pattern needs one of these, which most lines have none of. */
  private static boolean isSuspicious(String text) {
    return text.contains("dmk_")
        || text.contains("dmr_")
        || text.contains("dmt_")
        || text.contains("eyJ")
        || text.indexOf(':') >= 0
        || text.indexOf('=') >= 0
        || SCHEME.matcher(text).find();
  }
}
