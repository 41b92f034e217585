package com.dotmac.platform.app.logging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "key dmk_AZqqqqqqqqqqqqqqqqqqqq.prefix123456.open-sesame-open-sesame was sent",
        "/api/v1/dmk_AZqqqqqqqqqqqqqqqqqqqq%2Eprefix123456%2Eopen-sesame-open-sesame",
        "Authorization: Bearer open-sesame",
        "{authorization=[Basic open-sesame]}",
        "the bearer open-sesame is wrong",
        "Idempotency-Key: open-sesame",
        "postgres://app:open-sesame@db/dotmac",
        "postgres://app:open-sesame@with-an-at@db/dotmac",
        "jdbc:postgresql://db/dotmac?user=app&password=open-sesame&ssl=true",
        "{\"password\": \"open-sesame\"}",
        "client_secret=open-sesame",
        "got dmr_AZqqqqqqqqqqqqqqqqqqqq.AZqqqqqqqqqqqqqqqqqqqq.family.open-sesame-open-sesame here",
        "got dmt_AZqqqqqqqqqqqqqqqqqqqq.AZqqqqqqqqqqqqqqqqqqqq.open-sesame-open-sesame here",
        "got eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhZGEifQ.open-sesame-open-sesame here"
      })
  void a_secret_is_blacked_out_wherever_it_stands(String line) {
    assertThat(Secrets.blackedOut(line)).contains("***").doesNotContain("open-sesame");
  }

  @Test
  void the_rest_of_a_line_stays() {
    assertThat(
            Secrets.blackedOut(
                "a postgres://app:secret@db:5432/dotmac of key dmk_t.prefix.0123456789"))
        .isEqualTo("a postgres://app:***@db:5432/dotmac of key dmk_t.prefix.***");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /api/v1/partners/0190c2f5-0000-7000-8000-000000000000 200 1.5 ms",
        "Serving application on port 8080",
        "The database does not answer: Connection to localhost:5432 refused.",
        "jdbc:postgresql://db:5432/dotmac"
      })
  void a_line_without_a_secret_is_as_it_was(String line) {
    assertThat(Secrets.blackedOut(line)).isEqualTo(line);
  }
}
