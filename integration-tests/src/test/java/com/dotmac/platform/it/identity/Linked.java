package com.dotmac.platform.it.identity;

import com.dotmac.platform.domain.identity.StandardRole;
import com.dotmac.platform.it.fixtures.APerson;
import com.dotmac.platform.it.fixtures.ATenant;
import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.ApiClient;
import java.util.Map;
import java.util.UUID;

/** Links people to who they are at a provider, as an administrator does it. */
final class Linked {
  private Linked() {}

  /** Where the identities of a user are. */
  static String path(UUID user) {
    return "/api/v1/users/" + user + "/identities";
  }

  /** Asks for a link. */
  static ApiAnswer link(ApiClient api, UUID user, String issuer, String subject) {
    return api.post(path(user), Map.of("issuer", issuer, "subject", subject));
  }

  /** A new person of a tenant, who goes by this name at the provider. */
  static APerson person(
      ATenant tenant, LoopbackProvider provider, String subject, StandardRole... roles) {
    APerson person = tenant.person(subject + "-" + UUID.randomUUID() + "@example.com", roles);
    ApiAnswer link = link(tenant.api(), person.id(), provider.issuer(), subject);
    if (link.status() != 201) {
      throw new AssertionError("Linking was answered with " + link.body());
    }
    return person;
  }
}
