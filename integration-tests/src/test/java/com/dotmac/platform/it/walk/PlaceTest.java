package com.dotmac.platform.it.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dotmac.platform.it.openapi.Description;
import com.dotmac.platform.it.openapi.Description.Operation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What the walk finds in an operation that was added, and what it says of what it does not know.
 */
class PlaceTest {
  private static final String WITH_FIELD =
      """
      {"requestBody": {"content": {"application/json": {"schema": {"properties": {
        "%s": %s, "externalId": {"type": "string"}}}}}}}
      """;
  private static final String UUID = "{\"type\": \"string\", \"format\": \"uuid\"}";

  private final Description description = Description.committed();

  @Test
  void places_are_found_in_path_query_and_body() throws JsonProcessingException {
    assertThat(places("/api/v1/partners/{partnerId}/users/{id}", "{}"))
        .extracting(Place::kind)
        .containsExactly(Kind.PARTNER, Kind.PARTNER_USER);
    assertThat(
            places(
                "/api/v1/things",
                "{\"parameters\": [{\"name\": \"actorId\", \"in\": \"query\", \"schema\": "
                    + UUID
                    + "}]}"))
        .extracting(Place::kind)
        .containsExactly(Kind.API_KEY);
    assertThat(places("/api/v1/things", WITH_FIELD.formatted("customerId", UUID)))
        .extracting(Place::name)
        .containsExactly("/customerId");
    assertThat(
            places(
                "/api/v1/things",
                WITH_FIELD.formatted(
                    "lines", "{\"items\": {\"properties\": {\"userId\": " + UUID + "}}}")))
        .extracting(Place::name)
        .containsExactly("/lines/0/userId");
    assertThat(
            places(
                "/api/v1/things",
                WITH_FIELD.formatted(
                    "roleIds", "{\"type\": [\"array\", \"null\"], \"items\": " + UUID + "}")))
        .extracting(Place::name)
        .containsExactly("/roleIds/0");
  }

  @Test
  void what_is_not_known_is_named_with_the_table_that_wants_a_line() {
    assertThatThrownBy(() -> places("/api/v1/webhooks/{id}", "{}"))
        .hasMessageContaining("'/api/v1/webhooks/{}'")
        .hasMessageContaining("Kind.IN_PATHS");
    assertThatThrownBy(() -> places("/api/v1/things", WITH_FIELD.formatted("orderId", UUID)))
        .hasMessageContaining("'orderId'")
        .hasMessageContaining("Kind.IN_FIELDS");
    assertThatThrownBy(
            () ->
                places(
                    "/api/v1/things", WITH_FIELD.formatted("templateIds", "{\"type\": \"array\"}")))
        .hasMessageContaining("'templateIds'");
    assertThatThrownBy(() -> Kind.rowOf("/api/v1/webhooks"))
        .hasMessageContaining("Kind.IN_PATHS or ROWS_OF");
  }

  @Test
  void the_tables_name_only_operations_that_there_are() {
    assertThat(description.operations().stream().map(Operation::toString))
        .containsAll(Particulars.namedOperations());
  }

  private List<Place> places(String template, String declared) throws JsonProcessingException {
    return Place.of(
        description, new Operation("POST", template, new ObjectMapper().readTree(declared)));
  }
}
