package com.dotmac.platform.it.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.it.fixtures.APartner;
import com.dotmac.platform.it.fixtures.ATenant;
import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.ApiClient;
import com.dotmac.platform.it.harness.NeedsPlatform;
import com.dotmac.platform.it.harness.RunningPlatform;
import com.dotmac.platform.it.harness.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Keys issued under an {@code Idempotency-Key}: done once, shown once, kept nowhere. */
@NeedsPlatform
class RepeatedIssueIT {
  private static final String PATH = "/api/v1/api-keys";
  private static final Map<String, ?> WISH =
      Map.of("name", "robot", "permissions", List.of("partners:read"));

  private final RunningPlatform platform;
  private final TestDatabase database;
  private final ApiClient api;

  RepeatedIssueIT(RunningPlatform platform, TestDatabase database) {
    this.platform = platform;
    this.database = database;
    api = ATenant.of(platform).api();
  }

  @Test
  void no_table_holds_the_text_of_a_key_that_was_issued_or_rotated_under_an_idempotency_key()
      throws SQLException {
    ApiAnswer issued = under("issue").post(PATH, WISH);
    ApiAnswer rotated = rotate("rotate", issued);
    assertThat(holding(issued.text("prefix"))).contains("api_keys", "idempotency_keys");
    for (ApiAnswer answer : List.of(issued, rotated)) {
      assertThat(opens(answer)).isTrue();
      String token = answer.text("token");
      String secret = token.substring(token.lastIndexOf('.') + 1);
      assertThat(holding(secret)).isEmpty();
      assertThat(holding(hex(secret.getBytes(StandardCharsets.UTF_8)))).isEmpty();
      assertThat(holding(hex(Base64.getUrlDecoder().decode(secret)))).isEmpty();
    }
  }

  @Test
  void the_answer_given_again_names_the_key_and_leaves_its_text_out() {
    ApiAnswer issued = under("k").post(PATH, WISH);
    ApiAnswer rotated = rotate("k", issued);
    givenAgain(issued, under("k").post(PATH, WISH));
    givenAgain(rotated, rotate("k", issued));
    assertThat(api.get(PATH).column("name")).containsExactlyInAnyOrder("robot", "robot", "a key");
  }

  @Test
  void who_lost_the_text_can_shut_the_key_and_have_another() {
    ApiAnswer lost = under("k").post(PATH, WISH);
    ApiAnswer again = under("k").post(PATH, WISH);
    assertThat(api.post(PATH + "/" + again.id() + "/revoke").status()).isEqualTo(200);
    assertThat(opens(lost)).isFalse();
    assertThat(opens(under("another").post(PATH, WISH))).isTrue();
  }

  private static void givenAgain(ApiAnswer first, ApiAnswer again) {
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.etag()).isEqualTo(first.etag());
    assertThat(again.header("Location")).isEqualTo(first.header("Location"));
    assertThat(again.body())
        .isEqualTo(first.body().replace("\"" + first.text("token") + "\"", "null"))
        .contains("\"token\":null");
  }

  private ApiAnswer rotate(String key, ApiAnswer of) {
    return under(key).ifMatch(of.etag()).post(PATH + "/" + of.id() + "/rotate");
  }

  private boolean opens(ApiAnswer issued) {
    return ApiClient.of(platform).withKey(issued.text("token")).get(APartner.PATH).status() == 200;
  }

  private ApiClient under(String key) {
    return api.with("Idempotency-Key", key);
  }

  private List<String> holding(String text) throws SQLException {
    return EveryTable.of(database).holding(text);
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
