package com.dotmac.platform.app.logging;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;
import io.dropwizard.logging.common.PrefixedRootCauseFirstThrowableProxyConverter;

/**
 * Lines for people at a terminal. Line breaks and control characters of a message become a dot, and
 * each line of a stack trace begins with {@code !}, so that nobody can forge a line or paint the
 * terminal.
 */
final class TextLines extends PatternLayout {

  private static final String PATTERN =
      "%d{yyyy-MM-dd'T'HH:mm:ss.SSS'Z', UTC} %-5level [%X{requestId:--}] %logger{0}: "
          + "%replace(%msg){'[\\p{Cntrl}\\u0080-\\u009f\\u2028\\u2029]', '.'}%n%stack";

  private TextLines() {}

  static TextLines of(LoggerContext context) {
    TextLines lines = new TextLines();
    lines
        .getInstanceConverterMap()
        .put("stack", PrefixedRootCauseFirstThrowableProxyConverter::new);
    lines.setContext(context);
    lines.setPattern(PATTERN);
    return lines;
  }

  @Override
  public String doLayout(ILoggingEvent event) {
    return Secrets.blackedOut(super.doLayout(event));
  }
}
