package com.dotmac.platform.it.walk;

import com.dotmac.platform.domain.identity.StandardRole;
import com.dotmac.platform.it.fixtures.ATenant;
import com.dotmac.platform.it.harness.MovableClock;
import com.dotmac.platform.it.release.EveryEndpoint;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The journey through every endpoint, as the answers that a tenant gets on it. */
final class Journey {
  /**
   * Identifiers, texts of keys and their prefixes, tokens, secrets, backup codes, the slug and the
   * name, which no two tenants share, and how long it is.
   */
  private static final Pattern OF_ITS_OWN =
      Pattern.compile(
          "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|(dm[krt]_|eyJ)[\\w-]+(\\.[\\w-]+)*"
              + "|[A-Z2-7]{32}|([a-z2-7]{4}-){5}[a-z2-7]{4}"
              + "|(?<=\"prefix\":\")[\\w-]+|[tT]enant[- ]\\d+|(?<=content-length=\\[)\\d+");

  private Journey() {}

  /**
   * Makes the journey as a tenant, and moves the clock back to where it stood.
   *
   * @return each request with its answer; what only this tenant has is numbered in the order in
   *     which it came
   */
  static List<String> told(ATenant tenant, MovableClock clock) {
    Instant begin = clock.instant();
    Map<String, String> numbers = new HashMap<>();
    List<String> told = new ArrayList<>();
    EveryEndpoint.playedBy(
        tenant.api().with("X-Request-Id", "journey"),
        tenant.person("ada@tenant.example", StandardRole.TENANT_ADMINISTRATOR),
        tenant.links(),
        tenant.meanwhile(),
        "Acme",
        (verb, template, path, body, answer) -> {
          Said said = Said.by(answer, List.of());
          told.add(numbered(verb + " " + path + " " + said, numbers));
          clock.advance(Duration.ofSeconds(1));
        });
    clock.moveTo(begin);
    return told;
  }

  private static String numbered(String text, Map<String, String> numbers) {
    return OF_ITS_OWN
        .matcher(text)
        .replaceAll(
            match ->
                // How long an answer is differs by the names in it, and may be the same by chance.
                match.group().matches("\\d+")
                    ? "#"
                    : numbers.computeIfAbsent(match.group(), first -> "#" + numbers.size()));
  }
}
