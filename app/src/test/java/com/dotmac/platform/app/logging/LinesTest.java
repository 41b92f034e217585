package com.dotmac.platform.app.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.LayoutBase;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LinesTest {
  private static final String HOSTILE = "a\r\n{\"level\":\"ERROR\"}\u2028b\u0085c\u001b[2Jd";
  private final LoggerContext context = new LoggerContext();

  @Test
  void a_hostile_message_stays_in_its_line_of_json() throws IOException {
    String line = line(LogFormat.JSON, HOSTILE, null);
    assertThat(line).endsWith("\n").doesNotContain("\r", "\u2028", "\u001b");
    assertThat(line.strip().lines()).hasSize(1);
    JsonNode object = new ObjectMapper().readTree(line);
    assertThat(object.path("message").asText()).isEqualTo(HOSTILE);
    assertThat(object.path("level").asText()).isEqualTo("INFO");
  }

  @Test
  void a_hostile_message_stays_in_its_line_of_text() {
    String line = line(LogFormat.TEXT, HOSTILE, null);
    assertThat(line)
        .endsWith("d" + System.lineSeparator())
        .doesNotContain("\u2028", "\u0085", "\u001b");
    assertThat(line.strip().lines()).hasSize(1);
  }

  @Test
  void each_line_of_a_stack_trace_in_text_is_marked_as_one() {
    String text = line(LogFormat.TEXT, "failed", new IllegalStateException("x\n2026 ERROR forged"));
    assertThat(text.lines().skip(1)).isNotEmpty().allMatch(line -> line.startsWith("!"));
  }

  @Test
  void a_secret_in_a_failure_is_blacked_out_in_both() {
    for (LogFormat format : LogFormat.values()) {
      assertThat(line(format, "x", new IllegalStateException("postgres://a:open-sesame@db/d")))
          .contains("***")
          .doesNotContain("open-sesame");
    }
  }

  private String line(LogFormat format, String message, @Nullable Throwable failure) {
    LineLayoutFactory factory = new LineLayoutFactory();
    factory.setFormat(format);
    LayoutBase<ILoggingEvent> layout = factory.build(context, TimeZone.getDefault());
    layout.start();
    LoggingEvent event =
        new LoggingEvent("", context.getLogger("a.logger"), Level.INFO, message, failure, null);
    event.setMDCPropertyMap(Map.of("requestId", "an-id"));
    return layout.doLayout(event);
  }
}
