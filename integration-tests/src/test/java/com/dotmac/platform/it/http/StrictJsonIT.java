package com.dotmac.platform.it.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.it.fixtures.APartner;
import com.dotmac.platform.it.fixtures.ATenant;
import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.ApiClient;
import com.dotmac.platform.it.harness.NeedsPlatform;
import com.dotmac.platform.it.harness.RunningPlatform;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@NeedsPlatform
class StrictJsonIT {
  private final RunningPlatform platform;
  private final ApiClient api;

  StrictJsonIT(RunningPlatform platform) {
    this.platform = platform;
    api = ATenant.of(platform).api();
  }

  @AfterEach
  void nothing_was_kept() {
    assertThat(api.get(APartner.PATH).rows()).isEmpty();
  }

  @Test
  void what_is_no_json_object_is_refused() {
    for (String body :
        List.of(
            "",
            " ",
            "{",
            "[]",
            "null",
            "\"text\"",
            "42",
            "{'companyName':'x'}",
            "{\"a\":NaN}",
            "\u0000",
            "<partner/>")) {
      ApiAnswer answer = api.post(APartner.PATH, body);
      assertThat(answer.status()).as("body %s", body).isIn(400, 422);
      assertThat(answer.code()).isIn("malformed-request", "validation-failed");
    }
  }

  @Test
  void an_unknown_field_is_refused_with_its_place() {
    ApiAnswer answer = post("\"companyname\": \"slip of the pen\"");
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.faults()).containsExactly("/companyname");
  }

  @Test
  void fields_that_are_not_the_callers_are_refused() {
    for (String field : List.of("id", "number", "status", "tenantId", "createdAt", "version")) {
      assertThat(post("\"%s\": \"x\"".formatted(field)).faults()).containsExactly("/" + field);
    }
  }

  @Test
  void a_field_given_twice_is_refused() {
    assertThat(post("\"companyName\": \"Other\"").status()).isIn(400, 422);
  }

  @Test
  void what_follows_the_object_is_refused() {
    ApiAnswer answer = api.post(APartner.PATH, body("\"tier\": \"gold\"") + "{}");
    assertThat(answer.status()).isIn(400, 422);
  }

  @Test
  void a_text_that_the_database_cannot_keep_is_refused_with_its_place() {
    for (String text : List.of("a\\u0000b", "\\ud800", "x\\udc00", "\\udc00\\ud800")) {
      ApiAnswer answer = post("\"legalName\": \"" + text + "\"");
      assertThat(answer.status()).as(text).isEqualTo(422);
      assertThat(answer.faults()).as(text).containsExactly("/legalName");
      assertThat(post("\"metadata\": {\"a\": \"" + text + "\"}").status()).as(text).isEqualTo(422);
      assertThat(post("\"metadata\": {\"" + text + "\": \"a\"}").status()).as(text).isEqualTo(422);
    }
  }

  @Test
  void a_value_of_another_kind_is_refused_with_its_place() {
    for (String field :
        List.of(
            "\"legalName\": 5",
            "\"legalName\": true",
            "\"legalName\": {}",
            "\"legalName\": []",
            "\"tier\": 0",
            "\"tier\": \"GOLD\"",
            "\"tier\": \"\"",
            "\"metadata\": []",
            "\"metadata\": \"x\"",
            "\"metadata\": {\"a\": 1}",
            "\"metadata\": {\"a\": null}",
            "\"defaultCommissionRate\": \"\"",
            "\"defaultCommissionRate\": \" \"",
            "\"defaultCommissionRate\": \"1e-1\"",
            "\"defaultCommissionRate\": \"+0.1\"",
            "\"defaultCommissionRate\": \"abc\"",
            "\"defaultCommissionRate\": []",
            "\"defaultCommissionRate\": 1e400000000")) {
      ApiAnswer answer = post(field);
      assertThat(answer.status()).as(field).isEqualTo(422);
      assertThat(answer.faults())
          .as(field)
          .singleElement()
          .asString()
          .startsWith("/" + field.substring(1, field.indexOf('"', 1)));
    }
  }

  @Test
  void an_empty_text_in_a_patch_is_no_field_that_was_left_out() {
    ApiClient other = ATenant.of(platform).api();
    ApiAnswer partner = APartner.any().with("tier", "gold").createdBy(other);
    for (String field : List.of("tier", "defaultCommissionRate", "metadata")) {
      for (String empty : List.of("", " ", "\\n", "\\u0000")) {
        ApiAnswer answer =
            other
                .ifMatch(partner.etag())
                .patch(APartner.path(partner), "{\"%s\": \"%s\"}".formatted(field, empty));
        assertThat(answer.status()).as(field).isEqualTo(422);
        assertThat(answer.faults()).containsExactly("/" + field);
      }
    }
    assertThat(other.get(APartner.path(partner)).etag()).isEqualTo(partner.etag());
  }

  @Test
  void a_huge_field_is_refused() {
    ApiAnswer answer = post("\"legalName\": \"" + "x".repeat(90_000) + "\"");
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.faults()).containsExactly("/legalName");
  }

  @Test
  void a_field_beyond_what_the_parser_takes_is_refused() {
    String beyond = body("\"legalName\": \"" + "x".repeat(21_000_000) + "\"");
    assertThat(api.onConnectionsOfItsOwn().post(APartner.PATH, beyond).status())
        .isBetween(400, 499);
  }

  @Test
  void deep_nesting_is_refused() {
    for (int depth : List.of(100, 5_000)) {
      String deep = "[".repeat(depth) + "]".repeat(depth);
      assertThat(post("\"metadata\": " + deep).status()).as("depth %d", depth).isIn(400, 422);
      assertThat(api.post(APartner.PATH, deep).status()).as("depth %d", depth).isIn(400, 422);
      String objects = "{\"a\":".repeat(depth) + "1" + "}".repeat(depth);
      assertThat(post("\"metadata\": " + objects).status()).isIn(400, 422);
    }
  }

  @Test
  void many_fields_are_refused() {
    StringBuilder fields = new StringBuilder("\"metadata\": {\"k0\": \"v\"");
    for (int i = 1; i < 51; i++) {
      fields.append(", \"k").append(i).append("\": \"v\"");
    }
    ApiAnswer answer = post(fields.append('}').toString());
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.faults()).containsExactly("/metadata");
  }

  private ApiAnswer post(String field) {
    return api.post(APartner.PATH, body(field));
  }

  private static String body(String field) {
    return "{\"companyName\": \"Acme\", \"primaryEmail\": \"a@b.example\", " + field + "}";
  }
}
