package com.dotmac.platform.it.identity;

import com.dotmac.platform.domain.identity.StandardRole;
import com.dotmac.platform.it.fixtures.ATenant;
import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.ApiClient;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A user without a password, who is linked to who he is at a provider as an administrator does it.
 *
 * @param id his identifier
 * @param tenant slug of his tenant
 * @param email his address
 */
record Linked(UUID id, String tenant, String email) {

  /** A new user of a tenant with these roles, who goes by this name at the provider. */
  static Linked to(
      LoopbackProvider provider, String subject, ATenant tenant, StandardRole... roles) {
    ApiClient api = tenant.api();
    String email = subject + "-" + UUID.randomUUID() + "@example.com";
    List<String> codes = Stream.of(roles).map(StandardRole::code).toList();
    ApiAnswer user =
        made(
            api.post(
                "/api/v1/users",
                Map.of("email", email, "displayName", "A User", "standardRoles", codes)));
    made(link(api, user.id(), provider.issuer(), subject));
    return new Linked(user.id(), api.get("/api/v1/tenant").text("slug"), email);
  }

  /** Where the identities of a user are. */
  static String path(UUID user) {
    return "/api/v1/users/" + user + "/identities";
  }

  /** Asks for a link. */
  static ApiAnswer link(ApiClient api, UUID user, String issuer, String subject) {
    return api.post(path(user), Map.of("issuer", issuer, "subject", subject));
  }

  private static ApiAnswer made(ApiAnswer answer) {
    if (answer.status() != 201) {
      throw new AssertionError("Nothing was made: " + answer.body());
    }
    return answer;
  }
}
