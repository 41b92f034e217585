package com.dotmac.platform.app.logging;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.pattern.RootCauseFirstThrowableProxyConverter;
import ch.qos.logback.classic.pattern.ThrowableHandlingConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import com.fasterxml.jackson.core.JsonpCharacterEscapes;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dropwizard.logging.json.EventAttribute;
import io.dropwizard.logging.json.layout.EventJsonLayout;
import io.dropwizard.logging.json.layout.JsonFormatter;
import io.dropwizard.logging.json.layout.TimestampFormatter;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.slf4j.event.KeyValuePair;

/**
 * One JSON object a line: {@code timestamp}, {@code level}, {@code logger}, {@code thread}, {@code
 * message}, {@code exception}, the fields of the request, and what a line has of its own. JSON
 * escapes line breaks and control characters, so that nobody can forge a line.
 */
final class JsonLines extends EventJsonLayout {

  /** Written by the layout and looked at by nobody: its colons would look like a secret's. */
  private static final String TIMESTAMP = "timestamp";

  private static final EnumSet<EventAttribute> SHOWN =
      EnumSet.of(
          EventAttribute.TIMESTAMP,
          EventAttribute.LEVEL,
          EventAttribute.LOGGER_NAME,
          EventAttribute.THREAD_NAME,
          EventAttribute.MESSAGE,
          EventAttribute.EXCEPTION,
          EventAttribute.MDC);

  private JsonLines(JsonFormatter formatter, ThrowableHandlingConverter stackTraces) {
    super(
        formatter,
        new TimestampFormatter("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", ZoneOffset.UTC),
        stackTraces,
        SHOWN,
        Map.of(),
        Map.of(),
        Set.copyOf(RequestFields.ALL),
        true);
  }

  static JsonLines of(LoggerContext context) {
    ThrowableHandlingConverter stackTraces = new RootCauseFirstThrowableProxyConverter();
    stackTraces.setContext(context);
    ObjectMapper mapper = new ObjectMapper();
    // Two line separators of Unicode are plain characters to JSON and line breaks to some readers.
    mapper.getFactory().setCharacterEscapes(JsonpCharacterEscapes.instance());
    return new JsonLines(new JsonFormatter(mapper, false, true), stackTraces);
  }

  @Override
  protected Map<String, Object> toJsonMap(ILoggingEvent event) {
    Map<String, Object> line = new LinkedHashMap<>(super.toJsonMap(event));
    if (event.getKeyValuePairs() != null) {
      for (KeyValuePair field : event.getKeyValuePairs()) {
        line.put(field.key, field.value);
      }
    }
    line.replaceAll(
        (field, value) ->
            value instanceof String text && !field.equals(TIMESTAMP)
                ? Secrets.blackedOut(text)
                : value);
    return line;
  }
}
