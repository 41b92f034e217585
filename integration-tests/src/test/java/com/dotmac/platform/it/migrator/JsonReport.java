package com.dotmac.platform.it.migrator;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.migrator.report.Report;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** Reads what a verb prints with {@code --json}, and holds it to the packaged schemas. */
final class JsonReport {
  private static final JsonSchemaFactory SCHEMAS =
      JsonSchemaFactory.getInstance(VersionFlag.V202012);

  private JsonReport() {}

  /**
   * The object, after it was found to be alone on standard output and as documented.
   *
   * @param schema name of the schema of the result: the verb's, or {@code stock}
   */
  static JsonNode of(MigratorRun run, String schema) {
    JsonNode object = parsed(run.out());
    assertThat(load("envelope").validate(object)).as(run.out()).isEmpty();
    assertThat(object.path("exit_code").asInt()).isEqualTo(run.exit());
    if (!object.has("error")) {
      assertThat(load(schema).validate(object.path("result"))).as(run.out()).isEmpty();
    }
    return object;
  }

  private static JsonNode parsed(String text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError("Not one JSON object: " + text, e);
    }
  }

  private static JsonSchema load(String name) {
    try (InputStream schema =
        Objects.requireNonNull(Report.class.getResourceAsStream(name + ".schema.json"), name)) {
      return SCHEMAS.getSchema(schema);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
