package com.dotmac.platform.it.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.dotmac.platform.domain.identity.StandardRole;
import com.dotmac.platform.it.deploy.Jars;
import com.dotmac.platform.it.deploy.RunningApp;
import com.dotmac.platform.it.fixtures.APerson;
import com.dotmac.platform.it.fixtures.ATenant;
import com.dotmac.platform.it.fixtures.AnAuthenticator;
import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.ApiClient;
import com.dotmac.platform.it.harness.NeedsDatabase;
import com.dotmac.platform.it.harness.RunningPlatform;
import com.dotmac.platform.it.harness.TestDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The log of a real process that was told to talk, while somebody signs in with two factors. */
@NeedsDatabase
class SecretsInLogIT {
  private static final Path JAVA = Path.of(System.getProperty("java.home"));
  private static final Clock CLOCK = Clock.systemUTC();

  private final TestDatabase database;

  SecretsInLogIT(TestDatabase database) {
    this.database = database;
  }

  @Test
  void no_line_holds_what_a_person_signs_in_with() throws Exception {
    APerson person = person();
    try (RunningApp app = new RunningApp(JAVA, Jars.app(), talkative())) {
      app.awaitStart();
      APerson there =
          new APerson(
              app.anonymous(), person.tenant(), person.id(), person.email(), person.password());
      ApiClient api = there.api();
      AnAuthenticator shown = AnAuthenticator.turnedOnBy(api, there.password(), CLOCK.instant());
      assertThat(there.signInWith("wrong-code-of-mine").code()).isEqualTo("second-factor-wrong");
      ApiAnswer tokens = there.signInWith(shown.backupCodes().get(0));
      assertThat(tokens.status()).as(tokens.body()).isEqualTo(200);
      assertThat(api.with("X-Request-Id", "the-last").get(AnAuthenticator.PATH).status())
          .isEqualTo(200);
      await()
          .atMost(Duration.ofSeconds(10))
          .until(() -> app.log().contains("\"requestId\":\"the-last\""));
      app.stop(Duration.ofSeconds(20));
      assertThat(app.log())
          .contains("\"path\":\"" + AnAuthenticator.PATH + "/confirm\"")
          .doesNotContain(shown.secret(), "wrong-code-of-mine", there.password())
          .doesNotContain(shown.backupCodes())
          .doesNotContain(tokens.text("accessToken"), tokens.text("refreshToken"));
    }
  }

  private APerson person() {
    try (RunningPlatform platform = RunningPlatform.on(database)) {
      return ATenant.of(platform).person("ada@example.com", StandardRole.AUDITOR);
    }
  }

  private Map<String, String> talkative() {
    Map<String, String> environment = new HashMap<>(database.environmentOfApp());
    environment.put("LOG_LEVEL", "DEBUG");
    environment.put("SEALING_KEYS", RunningPlatform.SEALING_KEY);
    environment.put("ACCESS_TOKEN_KEYS", Base64.getEncoder().encodeToString(new byte[32]));
    return environment;
  }
}
