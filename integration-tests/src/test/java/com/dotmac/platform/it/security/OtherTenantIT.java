package com.dotmac.platform.it.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.it.fixtures.ACustomer;
import com.dotmac.platform.it.fixtures.APartner;
import com.dotmac.platform.it.fixtures.ATenant;
import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.ApiClient;
import com.dotmac.platform.it.harness.NeedsPlatform;
import com.dotmac.platform.it.harness.RunningPlatform;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Two tenants with data that look alike; each endpoint that there is, asked by the one for what
 * belongs to the other. Endpoints and identifiers are found, not listed, so a new endpoint is asked
 * without a line here; one that needs a body to get as far as looking wants it in {@link #bodies}.
 */
@NeedsPlatform
class OtherTenantIT {
  private static final Pattern UUIDS = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private final ApiClient victim;
  private final ApiClient intruder;
  private final Map<String, Object> bodies;

  OtherTenantIT(RunningPlatform platform) {
    victim = ATenant.of(platform).api();
    intruder = ATenant.of(platform).api();
    ApiAnswer spare = lookAlike(intruder);
    // So that the number of their Acme is one that the intruder has not given.
    APartner.named("First").createdBy(victim);
    lookAlike(victim);
    bodies =
        Map.of(
            "POST /api/v1/partners/{partnerId}/users",
            person("eve@partner.example"),
            "POST /api/v1/partners/{partnerId}/accounts",
            Map.of("customerId", spare.text("id"), "engagementType", "referral"),
            "PUT /api/v1/users/{id}/roles",
            Map.of("standardRoles", List.of(), "roleIds", List.of()));
  }

  /**
   * Those of tenants. Who looks after all tenants is the matter of {@code PlatformPowersIT}, and
   * what people have of their own that of {@code SessionIT}.
   */
  private static Stream<Endpoint> endpoints() {
    return Endpoint.all().stream().filter(Endpoint::isAboutTheTenant);
  }

  private static Map<String, Object> person(String email) {
    return Map.of("firstName", "A", "lastName", "B", "email", email, "role", "finance");
  }

  /** A partner with a person and an account; a customer whom nobody looks after. */
  private static ApiAnswer lookAlike(ApiClient api) {
    ApiAnswer partner = APartner.named("Acme").with("externalId", "crm-1").createdBy(api, "active");
    api.post(APartner.path(partner) + "/users", person("ada@partner.example"));
    ACustomer.given(api, ACustomer.named("Nord").createdBy(api), partner);
    api.post("/api/v1/users", Map.of("email", "ada@acme.example", "displayName", "Ada"));
    api.post("/api/v1/roles", Map.of("name", "Desk", "permissions", List.of("partners:read")));
    api.post("/api/v1/messages/test", Map.of("recipientAddress", "ada@partner.example"));
    return ACustomer.named("Spare").createdBy(api);
  }

  @TestFactory
  Stream<DynamicTest> what_belongs_to_another_tenant_is_as_if_it_were_not_there() {
    return endpoints()
        .filter(Endpoint::namesSomething)
        .map(endpoint -> DynamicTest.dynamicTest(endpoint.toString(), () -> refuses(endpoint)));
  }

  private void refuses(Endpoint endpoint) {
    String theirs = path(victim, victim, endpoint.template());
    if (endpoint.verb().equals("GET")) {
      assertThat(victim.get(theirs).status()).as("the owner at %s", theirs).isEqualTo(200);
    }
    Map<String, String> before = everythingOf(victim);
    ApiAnswer ofNobody = ask(endpoint, endpoint.addressOfNothing());
    assertThat(ofNobody.status())
        .as("%s needs a body, see bodies: %s", endpoint, ofNobody.body())
        .isEqualTo(404);
    ApiAnswer ofThem = ask(endpoint, theirs);
    assertThat(ofThem.status()).isEqualTo(404);
    assertThat(ofThem.withoutRequestId()).isEqualTo(ofNobody.withoutRequestId());
    ApiAnswer underMine = ask(endpoint, path(intruder, victim, endpoint.template()));
    assertThat(underMine.status()).isEqualTo(404);
    assertThat(underMine.withoutRequestId()).isEqualTo(ofNobody.withoutRequestId());
    assertThat(everythingOf(victim)).isEqualTo(before);
  }

  private ApiAnswer ask(Endpoint endpoint, String path) {
    Object body = bodies.get(endpoint.toString());
    if (body == null && endpoint.verb().equals("PATCH")) {
      body = Map.of();
    }
    // Both tenants' resources have versions this low: a stale one would tell that there is one.
    return intruder.ifMatch("\"0\"").send(endpoint.verb(), path, body);
  }

  @TestFactory
  Stream<DynamicTest> a_list_shows_nothing_of_another_tenant() {
    List<String> secrets =
        everythingOf(victim).values().stream()
            .flatMap(text -> UUIDS.matcher(text).results().map(MatchResult::group))
            .distinct()
            .toList();
    assertThat(secrets).hasSizeGreaterThan(4);
    return endpoints()
        .filter(endpoint -> endpoint.verb().equals("GET") && !endpoint.namesSomething())
        .map(
            endpoint ->
                DynamicTest.dynamicTest(
                    endpoint.toString(),
                    () -> {
                      for (String asked : secrets) {
                        String mine = intruder.get(endpoint.address(name -> asked)).body();
                        assertThat(secrets).noneMatch(mine::contains);
                        if (endpoint.required().isEmpty()) {
                          break;
                        }
                      }
                    }));
  }

  /** What the owner reads at every address that can be read. */
  private static Map<String, String> everythingOf(ApiClient owner) {
    Map<String, String> read = new LinkedHashMap<>();
    endpoints()
        .filter(endpoint -> endpoint.verb().equals("GET") && endpoint.required().isEmpty())
        .map(endpoint -> path(owner, owner, endpoint.template()))
        .forEach(path -> read.put(path, owner.get(path).body()));
    return read;
  }

  /**
   * The template with identifiers in it: the last placeholder names something of the one, those
   * before it something of the other.
   */
  private static String path(ApiClient ofParents, ApiClient ofLast, String template) {
    Matcher placeholder = Endpoint.PLACEHOLDER.matcher(template);
    StringBuilder path = new StringBuilder();
    String theirs = "";
    int end = 0;
    while (placeholder.find()) {
      boolean last = !template.substring(placeholder.end()).contains("{");
      String between = template.substring(end, placeholder.start());
      path.append(between);
      theirs += between;
      String name = placeholder.group(1);
      String ofOwner = first(ofLast, theirs, name);
      path.append(last ? ofOwner : first(ofParents, path.toString(), name));
      theirs += ofOwner;
      end = placeholder.end();
    }
    return path.append(template.substring(end)).toString();
  }

  /** The identifier of the newest row in the collection before a placeholder. */
  private static String first(ApiClient owner, String before, String placeholder) {
    boolean by = before.matches(".*/by-[a-z-]+/");
    String collection = before.replaceAll("(/by-[a-z-]+)?/$", "");
    String field = by ? placeholder : "id";
    Optional<JsonNode> row = owner.get(collection).rows().stream().findFirst();
    assertThat(row).as("Give the tenants something in lookAlike, for %s", collection).isPresent();
    return row.orElseThrow().path(field).asText();
  }
}
