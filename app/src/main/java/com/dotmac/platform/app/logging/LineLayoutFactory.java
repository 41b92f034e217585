package com.dotmac.platform.app.logging;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.LayoutBase;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.dropwizard.logging.common.layout.DiscoverableLayoutFactory;
import jakarta.validation.constraints.NotNull;
import java.util.TimeZone;

/** The layout {@code dotmac} of an appender. */
@JsonTypeName("dotmac")
public final class LineLayoutFactory implements DiscoverableLayoutFactory<ILoggingEvent> {

  @NotNull private LogFormat format = LogFormat.JSON;

  /**
   * What a line looks like: {@code json} is one object a line, for programs; {@code text} is for
   * people at a terminal.
   */
  @JsonProperty
  public LogFormat getFormat() {
    return format;
  }

  /** Sets what a line looks like. */
  @JsonProperty
  public void setFormat(LogFormat format) {
    this.format = format;
  }

  /** A layout in UTC, whatever the zone of the appender. */
  @Override
  public LayoutBase<ILoggingEvent> build(LoggerContext context, TimeZone zone) {
    LayoutBase<ILoggingEvent> layout =
        format == LogFormat.JSON ? JsonLines.of(context) : TextLines.of(context);
    layout.setContext(context);
    return layout;
  }
}
