package com.dotmac.platform.it.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.domain.identity.Permission;
import com.dotmac.platform.it.security.Endpoint;
import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The committed description, as others read it. */
class DescriptionTest {
  private final Description description = Description.committed();

  @Test
  void the_official_parser_reads_it_without_a_complaint() throws Exception {
    ParseOptions options = new ParseOptions();
    options.setResolve(true);
    SwaggerParseResult read =
        new OpenAPIV3Parser().readContents(Files.readString(Description.FILE), null, options);
    assertThat(read.getMessages()).isNullOrEmpty();
    assertThat(read.isOpenapi31()).isTrue();
    assertThat(read.getOpenAPI().getPaths()).hasSize(description.document().path("paths").size());
  }

  @Test
  void every_endpoint_is_described_with_its_permission() {
    List<String> described =
        description.operations().stream()
            .map(one -> one + " " + one.declared().at("/security/0/apiKey/0").asText(""))
            .toList();
    assertThat(described)
        .containsExactlyInAnyOrderElementsOf(
            Endpoint.inTheApi().stream()
                .map(endpoint -> endpoint + " " + codeOf(endpoint.permission()))
                .toList());
  }

  private static String codeOf(@Nullable Permission permission) {
    return permission == null ? "" : permission.code();
  }

  @Test
  void every_example_is_as_its_schema_says() {
    List<JsonNode> media = new ArrayList<>();
    for (Description.Operation operation : description.operations()) {
      operation.declared().at("/requestBody/content").forEach(media::add);
      operation
          .declared()
          .path("responses")
          .forEach(response -> description.resolved(response).path("content").forEach(media::add));
    }
    int seen = 0;
    for (JsonNode content : media) {
      List<JsonNode> examples = new ArrayList<>();
      if (content.has("example")) {
        examples.add(content.path("example"));
      }
      content
          .path("examples")
          .forEach(example -> examples.add(description.resolved(example).path("value")));
      for (JsonNode example : examples) {
        assertThat(description.faults(content.path("schema"), example)).as("%s", example).isEmpty();
        seen++;
      }
    }
    assertThat(seen).isGreaterThan(250);
  }

  @Test
  void every_operation_has_examples_of_its_request_and_its_answer() {
    assertThat(description.operations())
        .allSatisfy(
            operation -> {
              operation
                  .declared()
                  .at("/requestBody/content")
                  .forEach(
                      content ->
                          assertThat(
                                  content.has("example")
                                      || !operation
                                          .declared()
                                          .at("/requestBody/required")
                                          .asBoolean())
                              .isTrue());
              assertThat(operation.declared().path("responses").properties())
                  .filteredOn(response -> response.getKey().startsWith("2"))
                  .singleElement()
                  .satisfies(
                      response ->
                          // A file has none.
                          assertThat(response.getValue().path("content").properties())
                              .allSatisfy(
                                  content ->
                                      assertThat(
                                              content.getValue().has("example")
                                                  || !content.getKey().contains("json"))
                                          .isTrue())
                              .isNotEmpty());
              operation
                  .declared()
                  .path("parameters")
                  .forEach(
                      parameter ->
                          assertThat(
                                  !parameter.path("required").asBoolean()
                                      || parameter.has("example"))
                              .as("%s %s", operation, parameter)
                              .isTrue());
            });
  }
}
