package com.dotmac.platform.it.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dotmac.platform.it.harness.ApiAnswer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** That the check of every answer can fail, and says what is wrong. */
class DeclaredAnswersTest {
  private static final String ADDRESS = "/api/v1/customers/" + UUID.randomUUID();

  private static final String ID_OF_REQUEST = "019bd000-0000-7000-8000-000000000000";

  private final Description description = Description.committed();
  private final DeclaredAnswers check = new DeclaredAnswers(description);

  @Test
  void an_answer_as_it_is_described_passes() {
    assertThat(faults(customer -> {})).isEmpty();
  }

  @Test
  void a_field_that_is_not_described_is_found() {
    assertThat(faults(customer -> customer.put("creditCard", "4111")))
        .singleElement()
        .asString()
        .contains("creditCard");
  }

  @Test
  void a_field_that_is_missing_is_found() {
    assertThat(faults(customer -> customer.remove("country")))
        .singleElement()
        .asString()
        .contains("country");
  }

  @Test
  void a_value_of_another_kind_is_found() {
    assertThat(faults(customer -> customer.put("name", 5))).hasSize(1);
    assertThat(faults(customer -> customer.put("id", "no-uuid"))).hasSize(1);
    assertThat(faults(customer -> customer.put("createdAt", "yesterday"))).hasSize(1);
    assertThat(faults(customer -> customer.put("status", "sleeping"))).hasSize(1);
    assertThat(faults(customer -> customer.putNull("number"))).hasSize(1);
  }

  @Test
  void a_status_that_is_not_described_is_found() {
    assertThat(check.faults("GET", ADDRESS, answer(201, example(), Map.of())))
        .containsExactly("the operation has no status 201");
  }

  @Test
  void a_header_that_is_missing_is_found() {
    assertThat(check.faults("GET", ADDRESS, answer(200, example(), Map.of("ETag", ""))))
        .containsExactly("the header ETag is missing");
  }

  @Test
  void another_media_type_is_found() {
    assertThat(
            check.faults("GET", ADDRESS, answer(200, example(), Map.of("Content-Type", "a/json"))))
        .containsExactly("the status has no content of type 'a/json'");
  }

  @Test
  void a_code_that_the_operation_does_not_have_is_found() {
    ObjectNode problem =
        description.document().at("/components/examples/customer-archived/value").deepCopy();
    Map<String, String> headers = Map.of("Content-Type", "application/problem+json");
    assertThat(check.faults("POST", ADDRESS + "/archive", answer(409, problem, headers))).isEmpty();
    problem.put("code", "partner-archived").put("type", "/problems/partner-archived");
    assertThat(check.faults("POST", ADDRESS + "/archive", answer(409, problem, headers)))
        .singleElement()
        .asString()
        .contains("/code");
  }

  @Test
  void a_header_that_every_answer_has_is_missed() {
    assertThat(check.faults("GET", ADDRESS, answer(200, example(), Map.of("Cache-Control", ""))))
        .containsExactly("the header Cache-Control is missing, which every answer has");
  }

  @Test
  void a_problem_that_contradicts_its_answer_is_found() {
    ObjectNode problem =
        description.document().at("/components/examples/customer-not-found/value").deepCopy();
    Map<String, String> headers =
        Map.of("Content-Type", "application/problem+json", "X-Request-Id", "other");
    problem.put("status", 400).put("type", "/problems/not-found");
    assertThat(check.faults("GET", ADDRESS, answer(404, problem, headers)))
        .extracting(fault -> fault.replaceFirst(" .*", ""))
        .containsExactly("/status", "/type", "/requestId");
  }

  @Test
  void an_endpoint_that_is_not_described_is_found() {
    ObjectNode problem =
        description.document().at("/components/examples/not-found/value").deepCopy();
    assertThat(check.faults("GET", "/api/v1/secrets", answer(404, problem, Map.of()))).isEmpty();
    problem.put("sql", "SELECT 1");
    assertThat(check.faults("GET", "/api/v1/secrets", answer(404, problem, Map.of()))).hasSize(1);
    assertThat(check.faults("GET", "/api/v1/secrets", answer(200, example(), Map.of())))
        .containsExactly("there is no such operation");
    assertThat(check.faults("PUT", ADDRESS, answer(200, example(), Map.of())))
        .containsExactly("there is no such operation");
  }

  @Test
  void the_failure_says_what_to_do() {
    assertThatThrownBy(() -> check.check("GET", ADDRESS, answer(201, example(), Map.of())))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("the operation has no status 201")
        .hasMessageContaining("make golden");
  }

  private List<String> faults(Consumer<ObjectNode> change) {
    ObjectNode customer = example();
    change.accept(customer);
    return check.faults("GET", ADDRESS, answer(200, customer, Map.of()));
  }

  private ObjectNode example() {
    return description
        .operation("GET", ADDRESS)
        .orElseThrow()
        .declared()
        .at("/responses/200/content/application~1json/example")
        .deepCopy();
  }

  private static ApiAnswer answer(int status, JsonNode body, Map<String, String> other) {
    Map<String, String> headers =
        new TreeMap<>(Map.of("ETag", "\"0\"", "Content-Type", "application/json"));
    for (String always :
        List.of(
            "X-Request-Id",
            "RateLimit",
            "RateLimit-Policy",
            "Cache-Control",
            "Content-Security-Policy",
            "Referrer-Policy",
            "X-Content-Type-Options")) {
      headers.put(always, ID_OF_REQUEST);
    }
    headers.putAll(other);
    Map<String, List<String>> sent = new TreeMap<>();
    headers.forEach((name, value) -> sent.put(name, List.of(value)));
    return new ApiAnswer(
        status, HttpHeaders.of(sent, (name, value) -> true), body.toString(), body);
  }
}
