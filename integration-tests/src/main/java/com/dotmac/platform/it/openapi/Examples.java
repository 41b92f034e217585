package com.dotmac.platform.it.openapi;

import com.dotmac.platform.app.schema.SchemaSettings.OnDrift;
import com.dotmac.platform.domain.identity.Permission;
import com.dotmac.platform.domain.identity.StandardRole;
import com.dotmac.platform.it.fixtures.ATenant;
import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.MovableClock;
import com.dotmac.platform.it.harness.RunningPlatform;
import com.dotmac.platform.it.harness.TestDatabase;
import com.dotmac.platform.it.release.EveryEndpoint;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Requests and answers that were played on a running platform. So an example always works, and
 * shows what really comes. Identifiers are replaced by ones that are the same in each run; time
 * goes by from request to request.
 */
public final class Examples {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern IDENTIFIER =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}");
  private static final Pattern KEY = Pattern.compile("dmk_[\\w-]+\\.([\\w-]+)\\.[\\w-]+");
  private static final Pattern ACCESS = Pattern.compile("eyJ[\\w-]+\\.[\\w-]+\\.[\\w-]+");
  private static final Pattern REFRESH = Pattern.compile("dmr_[\\w.-]+");
  private static final Pattern LINK = Pattern.compile("dmt_[\\w.-]+");
  private static final Pattern SECRET = Pattern.compile("[A-Z2-7]{32}");
  private static final Pattern BACKUP_CODE = Pattern.compile("([a-z2-7]{4}-){5}[a-z2-7]{4}");
  private static final Pattern CODE = Pattern.compile("\"code\":\"[0-9]{6}\"");
  private static final Pattern PREFIX = Pattern.compile("(\"prefix\":\"|dmk_…\\.)[\\w-]+");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

  private final Map<String, String> identifiers = new HashMap<>();
  private final Map<String, Exchange> exchanges = new HashMap<>();

  private Examples() {}

  /**
   * A request and its answer.
   *
   * @param parameters parameters of the address, by name
   * @param sent the body; {@code null}: none
   * @param answered the body of the answer
   */
  record Exchange(Map<String, String> parameters, @Nullable JsonNode sent, JsonNode answered) {}

  /**
   * Plays them on a platform of this database, for the platform's own tenant, which reaches every
   * endpoint.
   */
  public static Examples playedOn(TestDatabase database) {
    Examples examples = new Examples();
    MovableClock clock = MovableClock.at("2026-01-15T09:30:00Z");
    // The list of what the schema must be may be made anew in the same run, and not be packaged
    // yet.
    try (RunningPlatform platform =
        RunningPlatform.on(
            database, clock, settings -> settings.getSchema().setOnDrift(OnDrift.REPORT))) {
      ATenant tenant = ATenant.ofThePlatform(platform);
      EveryEndpoint.playedBy(
          tenant.api(EnumSet.allOf(Permission.class)).with("X-Request-Id", "example"),
          tenant.person("ada@example.com", StandardRole.TENANT_ADMINISTRATOR),
          tenant.links(),
          tenant.meanwhile(),
          "Nordwind Partners",
          (verb, template, path, body, answer) -> {
            examples.note(verb, template, path, body, answer);
            // What happened at one instant has no order in a list.
            clock.advance(Duration.ofSeconds(1));
          });
    }
    return examples;
  }

  /** That of an operation, as {@code POST /api/v1/partners}. */
  Exchange of(String operation) {
    Exchange exchange = exchanges.get(operation);
    if (exchange == null) {
      throw new IllegalStateException("Give EveryEndpoint a line for " + operation);
    }
    return exchange;
  }

  private void note(
      String verb, String template, String path, @Nullable Object body, ApiAnswer answer) {
    exchanges.putIfAbsent(
        verb + " " + template,
        new Exchange(
            parameters(template, stable(path)),
            body == null ? null : stable(Nodes.value(body)),
            stable(answer.json())));
  }

  private static Map<String, String> parameters(String template, String path) {
    Map<String, String> values = new LinkedHashMap<>();
    String[] parts = path.split("\\?", 2);
    Matcher given =
        Pattern.compile(PLACEHOLDER.matcher(template).replaceAll("([^/]+)")).matcher(parts[0]);
    Matcher names = PLACEHOLDER.matcher(template);
    if (given.matches()) {
      for (int group = 1; names.find(); group++) {
        values.put(names.group(1), given.group(group));
      }
    }
    if (parts.length > 1) {
      for (String pair : parts[1].split("&", -1)) {
        String[] sides = pair.split("=", 2);
        values.put(sides[0], URLDecoder.decode(sides[1], StandardCharsets.UTF_8));
      }
    }
    return values;
  }

  private JsonNode stable(JsonNode json) {
    try {
      return JSON.readTree(stable(json.toString()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The text with the first identifier of the journey as number 1, and so on, and no secret. */
  private String stable(String text) {
    String harmless = KEY.matcher(text).replaceAll("dmk_….$1.…");
    harmless = ACCESS.matcher(harmless).replaceAll("eyJ…");
    harmless = REFRESH.matcher(harmless).replaceAll("dmr_…");
    harmless = LINK.matcher(harmless).replaceAll("dmt_…");
    harmless = SECRET.matcher(harmless).replaceAll("JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP");
    harmless = BACKUP_CODE.matcher(harmless).replaceAll("abcd-efgh-ijkl-mnop-qrst-uvwx");
    harmless = CODE.matcher(harmless).replaceAll("\"code\":\"123456\"");
    return IDENTIFIER
        .matcher(PREFIX.matcher(harmless).replaceAll("$1AbCdEfGh0123"))
        .replaceAll(
            match ->
                identifiers.computeIfAbsent(
                    match.group(),
                    first -> "019bd000-0000-7000-8000-%012d".formatted(identifiers.size() + 1)));
  }
}
