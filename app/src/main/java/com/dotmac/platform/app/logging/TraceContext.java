package com.dotmac.platform.app.logging;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The place of a request in the trace of its caller (W3C Trace Context, header {@code
 * traceparent}). One that is not in the form of the standard is as good as none.
 *
 * @param traceId 32 hexadecimal digits, not all zero
 * @param spanId the caller's span, 16 hexadecimal digits, not all zero
 */
record TraceContext(String traceId, String spanId) {

  /** Name of the header. */
  static final String HEADER = "traceparent";

  /** A later version may say more after the flags; version 00 may not, and there is no ff. */
  private static final Pattern FORM =
      Pattern.compile(
          "(?:00-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}"
              + "|(?!00|ff)[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}(?:-[!-~]{0,200})?)");

  private static final Pattern ZEROS = Pattern.compile("0+");

  /**
   * Reads the header.
   *
   * @param sent its value; {@code null} when it was not sent
   */
  static Optional<TraceContext> parse(@Nullable String sent) {
    if (sent == null) {
      return Optional.empty();
    }
    Matcher matcher = FORM.matcher(sent);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int first = matcher.group(1) == null ? 3 : 1;
    String traceId = matcher.group(first);
    String spanId = matcher.group(first + 1);
    return ZEROS.matcher(traceId).matches() || ZEROS.matcher(spanId).matches()
        ? Optional.empty()
        : Optional.of(new TraceContext(traceId, spanId));
  }
}
