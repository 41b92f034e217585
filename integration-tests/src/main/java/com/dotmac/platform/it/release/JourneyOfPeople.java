package com.dotmac.platform.it.release;

import com.dotmac.platform.domain.identity.links.LinkPurpose;
import com.dotmac.platform.it.fixtures.APerson;
import com.dotmac.platform.it.fixtures.AnAuthenticator;
import com.dotmac.platform.it.fixtures.MailedLink;
import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.ApiClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The part of the journey that is about people: users, their roles, and how they sign in. */
final class JourneyOfPeople {
  private static final String ACCEPT = "/api/v1/invitations/accept";
  private static final Duration LIFE_OF_SESSION = Duration.ofDays(30);
  private static final String ME = "/api/v1/me";
  private static final String OTHER_PASSWORD = "wrong donkey charger paperclip";
  private static final String PASSWORD = ME + "/password";
  private static final String RESETS = "/api/v1/password-resets";
  private static final String ROLES = "/api/v1/roles";
  private static final String SESSIONS = ME + "/sessions";
  private static final String USERS = "/api/v1/users";
  private static final String VERIFICATIONS = "/api/v1/email-verifications";

  private final EveryEndpoint journey;
  private final ApiClient api;
  private final @Nullable MailedLink links;
  private final String name;

  /**
   * Goes on with a journey.
   *
   * @param api a caller with every permission
   * @param links reads mails; {@code null}: what takes a link is left out
   * @param name what no user of his tenant is called
   */
  JourneyOfPeople(EveryEndpoint journey, ApiClient api, @Nullable MailedLink links, String name) {
    this.journey = journey;
    this.api = api;
    this.links = links;
    this.name = name;
  }

  /** What a program does about people. */
  void rolesAndUsers() {
    send(api, "GET", ME, null);
    Map<String, Object> wish = Map.of("name", name, "permissions", List.of("partners:read"));
    ApiAnswer role = send(api, "POST", ROLES, wish);
    if (!journey.answered("POST " + ROLES)) {
      return;
    }
    send(api, "GET", ROLES, null);
    send(api, "GET", "/api/v1/standard-roles", null);
    journey.step("GET", ROLES + "/{id}", role, null);
    role =
        journey.step(
            "PATCH",
            ROLES + "/{id}",
            role,
            Map.of("permissions", List.of("partners:read", "customers:read")));
    users(role);
    journey.step("DELETE", ROLES + "/{id}", role, null);
  }

  private void users(ApiAnswer role) {
    Map<String, Object> wish =
        Map.of(
            "email",
            name + "@example.com",
            "displayName",
            "Grace Berg",
            "standardRoles",
            List.of("auditor"));
    ApiAnswer user = send(api, "POST", USERS, wish);
    send(api, "GET", USERS, null);
    journey.step("GET", USERS + "/{id}", user, null);
    user = journey.step("PATCH", USERS + "/{id}", user, Map.of("displayName", "Grace Bergmann"));
    Map<String, Object> both =
        Map.of("standardRoles", List.of("billing"), "roleIds", List.of(role.text("id")));
    user = journey.step("PUT", USERS + "/{id}/roles", user, both);
    Map<String, Object> none = Map.of("standardRoles", List.of(), "roleIds", List.of());
    user = journey.step("PUT", USERS + "/{id}/roles", user, none);
    identities(user);
    user = journey.step("POST", USERS + "/{id}/disable", user, Map.of("reason", "left"));
    user = journey.step("POST", USERS + "/{id}/enable", user, null);
    ApiAnswer invitation = journey.step("POST", USERS + "/{id}/invite", user, null);
    if (links != null && journey.answered("POST " + USERS + "/{id}/invite")) {
      send(api, "POST", ACCEPT, choice(links.tokenIn(invitation.id()), OTHER_PASSWORD));
    }
    journey.step(
        "POST", USERS + "/{id}/reset-second-factor", user, Map.of("reason", "lost the phone"));
  }

  private void identities(ApiAnswer user) {
    String template = USERS + "/{userId}/identities";
    String path = USERS + "/" + user.id() + "/identities";
    Map<String, Object> wish = Map.of("issuer", "https://id.example.com", "subject", name);
    ApiAnswer link = journey.send(api, "POST", template, path, wish);
    if (!journey.answered("POST " + template)) {
      return;
    }
    journey.send(api, "GET", template, path, null);
    String one = path + "/" + link.id();
    journey.send(api, "GET", template + "/{id}", one, null);
    journey.send(api, "DELETE", template + "/{id}", one, null);
  }

  /** What a person does. */
  void signsIn(APerson person) {
    ApiAnswer first = signIn(person);
    ApiAnswer tokens =
        send(
            stranger(person),
            "POST",
            APerson.SIGN_IN + "/refresh",
            Map.of("refreshToken", first.text("refreshToken")));
    ApiClient caller = stranger(person).withKey(tokens.text("accessToken"));
    send(caller, "GET", SESSIONS, null);
    change(caller, person.password(), OTHER_PASSWORD);
    change(caller, OTHER_PASSWORD, person.password());
    secondFactor(person, caller);
    String other = signIn(person).text("sessionId");
    journey.send(caller, "DELETE", SESSIONS + "/{id}", SESSIONS + "/" + other, null);
    send(caller, "POST", "/api/v1/sign-out", null);
    ApiAnswer last = signIn(person);
    send(
        stranger(person).withKey(last.text("accessToken")),
        "POST",
        "/api/v1/sign-out-everywhere",
        null);
    if (links != null) {
      followsLinks(person, links);
    }
  }

  /** Shows that his address is his, forgets his password and chooses the same one again. */
  private void followsLinks(APerson person, MailedLink mails) {
    ApiClient caller = stranger(person).withKey(signIn(person).text("accessToken"));
    ApiAnswer mail = send(caller, "POST", ME + "/email-verification", null);
    if (!journey.answered("POST " + ME + "/email-verification")) {
      return;
    }
    send(stranger(person), "POST", VERIFICATIONS, Map.of("token", mails.tokenIn(mail.id())));
    send(
        stranger(person),
        "POST",
        RESETS,
        Map.of("tenant", person.tenant(), "email", person.email()));
    String token = mails.tokenFor(LinkPurpose.PASSWORD_RESET, person.id());
    send(stranger(person), "POST", RESETS + "/complete", choice(token, person.password()));
  }

  private static Map<String, String> choice(String token, String password) {
    return Map.of("token", token, "newPassword", password);
  }

  private void secondFactor(APerson person, ApiClient caller) {
    String path = AnAuthenticator.PATH;
    send(caller, "GET", path, null);
    if (!journey.answered("GET " + path)) {
      return;
    }
    // By the clock of the platform, wherever it runs: a session lives so long.
    Instant now = Instant.parse(signIn(person).text("sessionExpiresAt")).minus(LIFE_OF_SESSION);
    String password = person.password();
    AnAuthenticator app =
        AnAuthenticator.shown(
            send(caller, "POST", path + "/enrol", Map.of("presentPassword", password)));
    List<String> codes =
        AnAuthenticator.codesIn(
            send(caller, "POST", path + "/confirm", Map.of("code", app.codeAt(now))));
    List<String> renewed =
        AnAuthenticator.codesIn(
            send(caller, "POST", path + "/backup-codes", proof(password, codes.get(0))));
    send(caller, "POST", path + "/disable", proof(password, renewed.get(0)));
  }

  private static Map<String, String> proof(String password, String code) {
    return Map.of("presentPassword", password, "code", code);
  }

  private ApiAnswer signIn(APerson person) {
    return send(
        stranger(person),
        "POST",
        APerson.SIGN_IN,
        Map.of("tenant", person.tenant(), "email", person.email(), "password", person.password()));
  }

  private void change(ApiClient caller, String present, String wanted) {
    send(caller, "POST", PASSWORD, Map.of("presentPassword", present, "newPassword", wanted));
  }

  /** Under a name that is the same on every Java. */
  private static ApiClient stranger(APerson person) {
    return person.nobody().with("User-Agent", "Desk/1.0").with("X-Request-Id", "example");
  }

  private ApiAnswer send(ApiClient caller, String verb, String path, @Nullable Object body) {
    return journey.send(caller, verb, path, path, body);
  }
}
