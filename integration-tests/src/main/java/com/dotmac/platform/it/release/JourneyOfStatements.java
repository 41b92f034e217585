package com.dotmac.platform.it.release;

import com.dotmac.platform.it.fixtures.Meanwhile;
import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.ApiClient;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The part of the journey that goes through what a partner is told of his money. */
final class JourneyOfStatements {
  private static final String STATEMENTS = "/api/v1/partner-statements";
  private static final String PORTAL = "/api/v1/portal";
  private static final String EXPORTS = "/api/v1/partner-exports";
  private static final String PARTNER = "/api/v1/partners/{partnerId}";
  private static final String PERIOD = "?from=2025-12-01T00:00:00Z&to=2026-01-01T00:00:00Z";

  private final EveryEndpoint journey;
  private final ApiClient api;
  private final ApiClient acting;
  private final String partnerId;

  /**
   * A journey.
   *
   * @param journey the whole
   * @param api a caller with every permission
   * @param partner at work
   */
  JourneyOfStatements(EveryEndpoint journey, ApiClient api, ApiAnswer partner) {
    this.journey = journey;
    this.api = api;
    partnerId = partner.id().toString();
    acting = api.with("Partner-Id", partnerId);
  }

  /**
   * Uses each endpoint, if there are statements.
   *
   * @param meanwhile has statements and exports made; {@code null}: those that there are not are
   *     left out
   */
  void reads(@Nullable Meanwhile meanwhile) {
    send(api, "POST", STATEMENTS, STATEMENTS, Map.of("month", "2025-11"));
    if (!journey.answered("POST " + STATEMENTS)) {
      return;
    }
    below("/metrics", PERIOD);
    send(acting, "GET", PORTAL + "/metrics", PORTAL + "/metrics" + PERIOD, null);
    if (meanwhile != null) {
      String id = meanwhile.statementOf(partnerId);
      files(api, STATEMENTS, id);
      files(acting, PORTAL + "/statements", id);
    }
    below("/statements", "");
    send(acting, "GET", PORTAL + "/statements", PORTAL + "/statements", null);
    exports(meanwhile);
  }

  private void exports(@Nullable Meanwhile meanwhile) {
    ApiAnswer export =
        send(
            api,
            "POST",
            EXPORTS,
            EXPORTS,
            Map.of(
                "kind", "commission_lines",
                "from", "2026-01-01T00:00:00Z",
                "to", "2026-02-01T00:00:00Z"));
    String path = EXPORTS + "/" + export.id();
    if (meanwhile != null) {
      meanwhile.make(export.text("id"));
      send(api, "GET", EXPORTS + "/{id}/file", path + "/file", null);
    }
    send(api, "GET", EXPORTS + "/{id}", path, null);
  }

  private void files(ApiClient caller, String collection, String id) {
    String one = collection + "/" + id;
    send(caller, "GET", collection + "/{id}", one, null);
    send(caller, "GET", collection + "/{id}/lines", one + "/lines?movement=earned", null);
    send(caller, "GET", collection + "/{id}/csv", one + "/csv", null);
    send(caller, "GET", collection + "/{id}/pdf", one + "/pdf", null);
  }

  private void below(String what, String query) {
    send(
        api, "GET", PARTNER + what, PARTNER.replace("{partnerId}", partnerId) + what + query, null);
  }

  private ApiAnswer send(
      ApiClient caller, String verb, String template, String path, @Nullable Object body) {
    return journey.send(caller, verb, template, path, body);
  }
}
