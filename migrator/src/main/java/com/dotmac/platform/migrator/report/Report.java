package com.dotmac.platform.migrator.report;

import com.dotmac.platform.migrator.outcome.ExitCode;
import com.dotmac.platform.migrator.outcome.Refusal;
import com.dotmac.platform.migrator.target.Target;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one run tells. People read lines while it works; a program gets one object at the end, on
 * standard output and alone there, also when the run was refused.
 *
 * <p>The object is described in {@code docs/json-output.md}. Fields may be added to it; one that is
 * there never changes its meaning while {@link #FORMAT} stays.
 */
public final class Report {
  /** Version of the object; grows when a field goes or changes its meaning. */
  public static final int FORMAT = 1;

  private final PrintStream out;
  private final PrintStream err;
  private final boolean json;
  private final Clock clock;
  private final Instant started;
  private final Map<String, Object> result = new LinkedHashMap<>();
  private @Nullable Target target;

  /**
   * @param out standard output
   * @param err standard error
   * @param json whether standard output is for the object
   * @param clock tells when the run began and how long it took
   */
  public Report(PrintStream out, PrintStream err, boolean json, Clock clock) {
    this.out = out;
    this.err = err;
    this.json = json;
    this.clock = clock;
    this.started = clock.instant();
  }

  /** When the run began. */
  public Instant started() {
    return started;
  }

  /** Where lines for people go that were asked for: aside when a program reads the output. */
  public PrintStream out() {
    return json ? err : out;
  }

  /** Where everything said about the run goes. */
  public PrintStream err() {
    return err;
  }

  /** Whether the object is wanted, so that a long text need not be printed as well. */
  public boolean json() {
    return json;
  }

  /** Names the database that the run is for. */
  public void about(Target database) {
    target = database;
  }

  /**
   * Adds a field to the {@code result} of the object. A list may grow after it was put, so that
   * what was done before a failure is told.
   *
   * @param field in snake case
   * @param value a record, a list, a map, a number, a text or a truth; components of records are
   *     written in snake case
   */
  public void put(String field, @Nullable Object value) {
    result.put(field, value);
  }

  /**
   * Writes the object, if it is wanted.
   *
   * @param verb as on the command line; empty when there was none
   * @param refusal why nothing or not all was done, or {@code null}
   */
  public void end(String verb, ExitCode exitCode, @Nullable Refusal refusal) {
    if (!json) {
      return;
    }
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("format", FORMAT);
    object.put("verb", verb);
    object.put("outcome", exitCode.name().toLowerCase(Locale.ROOT));
    object.put("exit_code", exitCode.code());
    object.put("started_at", started.truncatedTo(ChronoUnit.MILLIS).toString());
    object.put("duration_ms", ChronoUnit.MILLIS.between(started, clock.instant()));
    if (target != null) {
      object.put(
          "database", new Database(target.host(), target.port(), target.database(), target.user()));
    }
    object.put("result", result);
    if (refusal != null) {
      object.put("error", new Failure(refusal.what(), refusal.why(), refusal.next()));
    }
    out.println(text(object));
  }

  private static String text(Map<String, Object> object) {
    ObjectMapper mapper =
        JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();
    try {
      return mapper.writeValueAsString(object);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A field of the report is not plain", e);
    }
  }

  private record Database(String host, int port, String name, String role) {}

  private record Failure(String what, String why, String next) {}
}
