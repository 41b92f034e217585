package com.dotmac.platform.it.walk;

import com.dotmac.platform.domain.identity.Permission;
import com.dotmac.platform.domain.identity.StandardRole;
import com.dotmac.platform.domain.identity.links.LinkPurpose;
import com.dotmac.platform.it.fixtures.APartner;
import com.dotmac.platform.it.fixtures.APerson;
import com.dotmac.platform.it.fixtures.ASeat;
import com.dotmac.platform.it.fixtures.ATenant;
import com.dotmac.platform.it.fixtures.AnAuthenticator;
import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.ApiClient;
import com.dotmac.platform.it.openapi.Description.Operation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A tenant and what he has. Two homes that are furnished in the same order look alike: the same
 * names, numbers and addresses, as far as the platform allows.
 */
final class Home {
  /** No two tenants share one, whoever makes them. */
  private static final AtomicInteger SLUGS = new AtomicInteger();

  private final ATenant tenant;
  private final ApiClient api;
  private final boolean ofThePlatform;
  private final Map<String, String> kept = new HashMap<>();
  private @Nullable APerson person;
  private @Nullable ApiClient signedIn;
  private int made;

  private Home(ATenant tenant, Set<Permission> permissions, boolean ofThePlatform) {
    this.tenant = tenant;
    this.ofThePlatform = ofThePlatform;
    // So that answers need not differ in the id of the request.
    api = tenant.api(permissions).with("X-Request-Id", "walk");
  }

  /** The home of an ordinary tenant, whose key may do whatever such a key may do. */
  static Home of(ATenant tenant) {
    return new Home(tenant, Permission.ofEveryTenant(), false);
  }

  /** The home of the platform's own tenant, whose key may do everything. */
  static Home ofThePlatform(ATenant tenant) {
    return new Home(tenant, EnumSet.allOf(Permission.class), true);
  }

  /** A program of the tenant. */
  ApiClient api() {
    return api;
  }

  /** A caller of the tenant who can do an operation: a program, or where none can, a person. */
  ApiClient caller(Operation operation) {
    if (!Particulars.isOfPeople(operation)) {
      return program(operation);
    }
    if (signedIn == null) {
      signedIn = person().api().with("X-Request-Id", "walk");
    }
    return signedIn;
  }

  /** A program of the tenant; one that acts for a partner, where the operation is for partners. */
  ApiClient program(Operation operation) {
    return operation.template().startsWith("/api/v1/portal/")
        ? api.with("Partner-Id", kept(Kind.PORTAL_PARTNER, List.of()))
        : api;
  }

  UUID id() {
    return tenant.id();
  }

  /** A number that this home has not given yet. */
  int next() {
    return ++made;
  }

  /** A person of the tenant, who can sign in; the same until another takes his place. */
  APerson person() {
    if (person == null) {
      person = newPerson();
    }
    return person;
  }

  /** Has somebody new take the place of the person, with whatever is his own. */
  void replacePerson() {
    person = null;
    signedIn = null;
  }

  /** Somebody tries to sign in whom the tenant does not know. */
  void refuseAStranger() {
    APerson known = person();
    ApiAnswer refusal =
        new APerson(known.nobody(), known.tenant(), id(), "nobody@tenant.example", known.password())
            .signIn();
    if (refusal.status() != 401) {
      throw new AssertionError("A stranger was answered with " + refusal.body());
    }
  }

  /** The token of a mail to the person, or to somebody who has no password where that is asked. */
  String tokenFor(LinkPurpose purpose) {
    UUID userId =
        purpose == LinkPurpose.INVITATION
            ? tenant.user("grace%d@tenant.example".formatted(next()))
            : person().id();
    return tenant.links().tokenFor(purpose, userId);
  }

  /** The slug of the tenant, who takes applications from now on. */
  String openForApplications() {
    tenant.takesApplications();
    return person().tenant();
  }

  /** An application that waits; its identifier. */
  String application() {
    String path = "/api/v1/apply/" + openForApplications();
    String company = "Applicant " + next();
    ApiAnswer answer =
        person()
            .nobody()
            .post(
                path,
                Map.of(
                    "companyName",
                    company,
                    "contactName",
                    "Eve Moor",
                    "email",
                    "eve%d@applicant.example".formatted(next())));
    if (answer.status() != 202) {
      throw new AssertionError("Nobody can apply: " + answer.body());
    }
    // Not the newest: applications of one millisecond have no order.
    return api.get("/api/v1/partner-applications?status=pending&limit=100").rows().stream()
        .filter(row -> row.path("companyName").asText().equals(company))
        .map(row -> row.path("id").asText())
        .findFirst()
        .orElseThrow();
  }

  /** A referral of a partner, new; its identifier. */
  String referral(String partnerId) {
    return Kind.made(
        this,
        "/api/v1/partner-referrals",
        Map.of(
            "partnerId",
            partnerId,
            "contactName",
            "Eve Moor",
            "email",
            "eve%d@prospect.example".formatted(next())));
  }

  /** A statement of a partner; its identifier. */
  String statement(String partnerId) {
    return tenant.meanwhile().statementOf(partnerId);
  }

  /** An export that waits to be made; its identifier. */
  String export() {
    return Kind.made(
        this,
        "/api/v1/partner-exports",
        Map.of(
            "kind", "commission_lines",
            "from", "2026-01-01T00:00:00Z",
            "to", "2026-07-01T00:00:00Z"));
  }

  /** Has an export made. */
  void make(String exportId) {
    tenant.meanwhile().make(exportId);
  }

  /** The token of a mail that invites an address to a partner. */
  String invitationOf(String email) {
    return APartner.invited(tenant, api, kept(Kind.PORTAL_PARTNER, List.of()), email, "finance");
  }

  /** A person of the partner of the portal, who may do everything there: what he signs in with. */
  String tokenOfAnOwner() {
    ApiAnswer partner = api.get(APartner.PATH + "/" + kept(Kind.PORTAL_PARTNER, List.of()));
    return ASeat.at(tenant, partner, "partner_owner").person().signIn().text("accessToken");
  }

  /** Somebody of the tenant turns his second factor on. */
  void turnOnASecondFactor(Instant now) {
    APerson somebody = newPerson();
    AnAuthenticator.turnedOnBy(somebody.api(), somebody.password(), now);
  }

  private APerson newPerson() {
    return tenant.person(
        "ada%d@tenant.example".formatted(next()), StandardRole.TENANT_ADMINISTRATOR);
  }

  /** A tenant whom this one may change: himself, or for the platform a new one. */
  String tenantId() {
    if (!ofThePlatform) {
      return tenant.id().toString();
    }
    return Kind.made(
        this,
        "/api/v1/tenants",
        Map.of(
            "slug", "walked-" + SLUGS.incrementAndGet(),
            "name", "Walked",
            "timeZone", "UTC",
            "defaultCurrency", "EUR"));
  }

  /** The one of a kind that this home keeps, below those that its address names. */
  String kept(Kind kind, List<String> above) {
    String key = kind + " " + above;
    String known = kept.get(key);
    if (known == null) {
      known = kind.madeIn(this, above);
      kept.put(key, known);
    }
    return known;
  }

  /** What this home keeps, in the places of an operation that an ordinary request fills. */
  Map<Place, String> keptFor(Operation operation, List<Place> places) {
    return named(operation, places, this::kept);
  }

  /** What is new in this home, in the places of an operation that an ordinary request fills. */
  Map<Place, String> newFor(Operation operation, List<Place> places) {
    return named(operation, places, (kind, above) -> kind.madeIn(this, above));
  }

  /** Has one of each kind that the operation names, and somebody who can do it. */
  void furnish(Operation operation, List<Place> places) {
    caller(operation);
    keptFor(operation, places);
    places.stream()
        .filter(place -> place.in() != Place.In.PATH)
        .forEach(place -> kept(place.kind(), List.of()));
  }

  /**
   * What a place of a body has to fit to in a request: what the path names, else the customer whom
   * the body names, else the invoice.
   *
   * @param names what the request names already
   */
  static List<String> beside(Map<Place, String> names) {
    List<String> path = named(names, place -> place.in() == Place.In.PATH);
    List<String> customers = named(names, place -> place.kind() == Kind.CUSTOMER);
    List<String> invoices = named(names, place -> place.kind() == Kind.OWED_INVOICE);
    return !path.isEmpty() ? path : !customers.isEmpty() ? customers : invoices;
  }

  private static List<String> named(Map<Place, String> names, Predicate<Place> which) {
    return names.entrySet().stream()
        .filter(one -> which.test(one.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }

  private static Map<Place, String> named(Operation operation, List<Place> places, Named maker) {
    Map<Place, String> names = new LinkedHashMap<>();
    List<String> above = new ArrayList<>();
    for (Place place : places) {
      if (place.in() == Place.In.PATH) {
        String name = maker.name(place.kind(), List.copyOf(above));
        above.add(name);
        names.put(place, name);
      } else if (place.isFilledIn(operation)) {
        names.put(
            place,
            maker.name(place.kind(), place.kind().isBelow() ? List.copyOf(above) : List.of()));
      }
    }
    return names;
  }

  /** Names one of a kind. */
  private interface Named {
    String name(Kind kind, List<String> above);
  }
}
