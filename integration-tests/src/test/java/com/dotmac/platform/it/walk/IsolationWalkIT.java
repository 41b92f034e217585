package com.dotmac.platform.it.walk;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.app.persistence.UnitsOfWork;
import com.dotmac.platform.domain.billing.events.BillingEvent;
import com.dotmac.platform.domain.billing.events.EventConsumer;
import com.dotmac.platform.domain.billing.events.EventTelling;
import com.dotmac.platform.domain.identity.Permission;
import com.dotmac.platform.domain.identity.links.LinkPurpose;
import com.dotmac.platform.domain.schema.RequiredSchema;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import com.dotmac.platform.it.fixtures.ACommission;
import com.dotmac.platform.it.fixtures.ACustomer;
import com.dotmac.platform.it.fixtures.APartner;
import com.dotmac.platform.it.fixtures.APayment;
import com.dotmac.platform.it.fixtures.APendingPayment;
import com.dotmac.platform.it.fixtures.APlan;
import com.dotmac.platform.it.fixtures.AProduct;
import com.dotmac.platform.it.fixtures.ATenant;
import com.dotmac.platform.it.fixtures.AnInvoice;
import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.ApiClient;
import com.dotmac.platform.it.harness.MovableClock;
import com.dotmac.platform.it.harness.NeedsDatabase;
import com.dotmac.platform.it.harness.RunningPlatform;
import com.dotmac.platform.it.harness.StatementCount;
import com.dotmac.platform.it.harness.TestDatabase;
import com.dotmac.platform.it.openapi.Description;
import com.dotmac.platform.it.openapi.Description.Operation;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * Two tenants who look alike, and every operation that there is: what one of them is told does not
 * differ by what the other has, and what the other has does not change. All of it goes over one
 * connection to the database, which the tenants use in turn.
 *
 * <p>What is told is the whole answer, and the number of statements that it took: an answer that is
 * looked for longer when there is something to find tells that there is something.
 */
@NeedsDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IsolationWalkIT {
  private static final String ONLY_OF_THE_OTHER = "Zanzibar";

  /** What the platform writes by itself once it is told facts, which it is not in a walk. */
  private static final List<String> RECKONED =
      List.of("partner_commission_inputs", "partner_commission_pools", "partner_commission_terms");

  private static final String OF_NOBODY = "Qwertyui";

  private final Description description = Description.committed();
  private final MovableClock clock = MovableClock.at("2026-03-01T10:00:00Z");
  private final RunningPlatform platform;
  private final StatementCount statements;
  private final TableDigests tables;
  private final Home one;
  private final Home other;

  /** Has what the others have, and asks for what is his own: such a request is well made. */
  private final Home owner;

  private final Map<Operation, Told> alone = new HashMap<>();

  IsolationWalkIT(TestDatabase database) throws SQLException {
    Map<String, String> environment = new HashMap<>(database.environmentOfApp());
    environment.put("DATABASE_POOL_SIZE", "1");
    // Rows change by requests alone.
    environment.put("JOBS_POLL_EVERY", "1d");
    environment.put("JOBS_RECURRING", "false");
    platform = RunningPlatform.on(environment, clock, RequiredSchema.ofThisBuild());
    statements = StatementCount.of(platform.sessionFactory());
    tables = new TableDigests(database);
    one = furnished(Home.of(ATenant.of(platform)));
    for (Operation operation : readable().toList()) {
      alone.put(operation, read(operation));
    }
    other = Home.of(ATenant.of(platform));
    // Before the rest, so that he has numbers that the one has not given.
    for (int partner = 0; partner < 5; partner++) {
      APartner.named(ONLY_OF_THE_OTHER + partner).createdBy(other.api());
    }
    ACustomer.named(ONLY_OF_THE_OTHER).createdBy(other.api());
    ACommission.percent("0.1").with("name", ONLY_OF_THE_OTHER).createdBy(other.api());
    AProduct.category(other.api(), ONLY_OF_THE_OTHER);
    APlan.named(ONLY_OF_THE_OTHER)
        .of(AProduct.named(ONLY_OF_THE_OTHER).createdBy(other.api()))
        .createdBy(other.api());
    other.api().with("Idempotency-Key", "walk").post(ACustomer.PATH, Map.of("name", "Once"));
    furnished(other);
    other
        .api()
        .post(
            "/api/v1/users",
            Map.of(
                "email",
                "zoe@tenant.example",
                "displayName",
                ONLY_OF_THE_OTHER,
                "roleIds",
                List.of(other.kept(Kind.ROLE, List.of()))));
    other
        .api()
        .ifMatch("\"0\"")
        .patch(
            "/api/v1/partner-settings",
            Map.of(
                "holdDays",
                7,
                "payoutMinimums",
                List.of(Map.of("amount", "5", "currency", "USD"))));
    ApiAnswer invoice =
        AnInvoice.of(ACustomer.any().createdBy(other.api())).finalisedBy(other.api());
    APendingPayment.meantFor(invoice, platform, ATenant.of(platform, other.id()));
    refundWhatPaysAnInvoice();
    tellFacts();
    other.make(other.kept(Kind.PARTNER_EXPORT, List.of()));
    other.refuseAStranger();
    other.tokenFor(LinkPurpose.PASSWORD_RESET);
    other.turnOnASecondFactor(clock.instant());
    owner = Home.of(ATenant.of(platform));
  }

  private void refundWhatPaysAnInvoice() {
    ApiAnswer payer = ACustomer.any().createdBy(other.api());
    AnInvoice.of(payer).over(700).finalisedBy(other.api());
    ApiAnswer payment = APayment.of(payer, 700).takenBy(other.api());
    assertThat(APayment.post(other.api(), payment, "refunds", Map.of()).status()).isEqualTo(201);
  }

  /** Nothing happens by itself here, so nobody was told what happened. */
  private void tellFacts() {
    TenantScope scope = new TenantScope(other.id());
    EventTelling telling = new EventTelling(new TenantSessions(platform.sessionFactory()));
    new UnitsOfWork(platform.sessionFactory())
        .in(scope, () -> telling.tell(scope, new Listener(), 1, clock.instant()));
  }

  /** Takes everything in, and does nothing about it. */
  private record Listener(String name) implements EventConsumer {
    private Listener() {
      this("walk");
    }

    @Override
    public void consume(CallContext context, BillingEvent event) {}
  }

  @AfterAll
  void stop() throws SQLException {
    tables.close();
    platform.close();
  }

  private Home furnished(Home home) {
    description.operations().forEach(operation -> home.furnish(operation, places(operation)));
    return home;
  }

  /** What a caller is told, and how many statements it took. */
  private record Told(Said said, long statements) {}

  private Told told(ApiClient caller, Call call, Collection<String> sent) {
    return told(caller, call, "\"0\"", sent);
  }

  /**
   * Asks twice, and counts the time that took fewer: the platform looks every few seconds how much
   * mail waits, which is counted too. Whatever is asked here changes nothing.
   */
  private Told told(ApiClient caller, Call call, String tag, Collection<String> sent) {
    Told first = toldOnce(caller, call, tag, sent);
    Told second = toldOnce(caller, call, tag, sent);
    assertThat(second.said()).isEqualTo(first.said());
    return first.statements() < second.statements() ? first : second;
  }

  private Told toldOnce(ApiClient caller, Call call, String tag, Collection<String> sent) {
    long before = statements.prepared();
    ApiAnswer answer = call.by(caller, tag);
    return new Told(Said.by(answer, sent), statements.prepared() - before);
  }

  @Test
  void the_other_tenant_has_rows_in_every_table() throws SQLException {
    Map<String, String> digests = new LinkedHashMap<>(tables.of(other.id()));
    digests.keySet().removeAll(RECKONED);
    assertThat(digests)
        .hasSizeGreaterThan(10)
        .allSatisfy(
            (table, digest) ->
                assertThat(digest)
                    .as("Give the other tenant something in the table %s", table)
                    .doesNotStartWith("0 "));
  }

  @TestFactory
  Stream<DynamicTest> what_a_tenant_reads_is_as_if_he_were_alone() {
    return readable()
        .map(
            operation ->
                test(operation, () -> assertThat(read(operation)).isEqualTo(alone.get(operation))));
  }

  private Told read(Operation operation) {
    return told(
        one.caller(operation),
        Call.of(operation, one.keptFor(operation, places(operation))),
        List.of());
  }

  @TestFactory
  Stream<DynamicTest> what_the_other_has_is_answered_like_what_nobody_has() {
    return description.operations().stream()
        .filter(operation -> operation.template().contains("{") && !Particulars.isOpen(operation))
        .map(operation -> test(operation, () -> walkPath(operation)));
  }

  /** Each choice of placeholders that name something of the other; the rest names one's own. */
  private void walkPath(Operation operation) throws SQLException {
    List<Place> places = places(operation);
    List<Place> path = places.stream().filter(place -> place.in() == Place.In.PATH).toList();
    Map<Place, String> mine = one.keptFor(operation, places);
    Map<Place, String> theirs = other.keptFor(operation, places);
    String tag = Call.tag(other, operation, theirs);
    isWellMade(operation);
    Map<String, String> before = tables.of(other.id());
    for (int choice = 1; choice < 1 << path.size(); choice++) {
      Map<Place, String> ofThem = new LinkedHashMap<>(mine);
      Map<Place, String> ofNobody = new LinkedHashMap<>(mine);
      for (int i : chosen(choice, path.size())) {
        ofThem.put(path.get(i), theirs.get(path.get(i)));
        ofNobody.put(path.get(i), path.get(i).kind().ofNobody());
      }
      Told nothing = refused(operation, ofNobody, tag);
      assertThat(refused(operation, ofThem, tag)).as("%s", ofThem).isEqualTo(nothing);
      assertThat(nothing.said().status()).isEqualTo(isOfThePlatform(operation) ? 403 : 404);
    }
    assertThat(tables.of(other.id())).isEqualTo(before);
  }

  @TestFactory
  Stream<DynamicTest> a_body_that_names_something_of_the_other_is_refused_like_one_of_nobody() {
    return places(Place.In.BODY)
        .map(
            (place) ->
                test(
                    place.operation(),
                    () -> {
                      Operation operation = place.operation();
                      String tag =
                          Call.tag(one, operation, one.keptFor(operation, places(operation)));
                      Map<String, String> before = tables.of(other.id());
                      Told nothing = asked(place, place.at().kind().ofNobody(), tag);
                      Told theirs = asked(place, other.kept(place.at().kind(), List.of()), tag);
                      assertThat(theirs).isEqualTo(nothing);
                      if (Particulars.isByItem(operation)) {
                        assertThat(nothing.said().body()).contains("\"refused\":1,");
                      } else {
                        assertThat(nothing.said().status()).isBetween(400, 499);
                      }
                      assertThat(tables.of(other.id())).isEqualTo(before);
                      isWellMade(operation, place.at());
                    }));
  }

  @TestFactory
  Stream<DynamicTest> a_filter_by_something_of_the_other_finds_nothing() {
    return places(Place.In.QUERY)
        .map(
            place ->
                test(
                    place.operation(),
                    () -> {
                      Told nothing = asked(place, place.at().kind().ofNobody(), "\"0\"");
                      Told theirs = asked(place, other.kept(place.at().kind(), List.of()), "\"0\"");
                      assertThat(nothing.said().body()).startsWith("{\"data\":[],");
                      assertThat(theirs).isEqualTo(nothing);
                    }));
  }

  @TestFactory
  Stream<DynamicTest> a_search_for_a_word_of_the_other_finds_nothing() {
    return lists()
        .filter(
            operation -> operation.declared().path("parameters").toString().contains("\"search\""))
        .map(
            operation ->
                test(
                    operation,
                    () -> {
                      String list = operation.template() + "?search=";
                      assertThat(other.api().get(list + ONLY_OF_THE_OTHER).rows()).isNotEmpty();
                      assertThat(
                              told(
                                  one.api(),
                                  get(list + ONLY_OF_THE_OTHER),
                                  List.of(ONLY_OF_THE_OTHER)))
                          .isEqualTo(told(one.api(), get(list + OF_NOBODY), List.of(OF_NOBODY)));
                    }));
  }

  @TestFactory
  Stream<DynamicTest> a_cursor_of_the_other_is_a_place_in_ones_own_list() {
    return lists()
        .filter(operation -> !isOfThePlatform(operation))
        // Payouts are made with all their lines, and months are closed with theirs.
        .filter(operation -> !operation.template().endsWith("/{id}/lines"))
        .map(
            operation ->
                test(
                    operation,
                    () -> {
                      String mine =
                          Call.of(operation, one.keptFor(operation, places(operation))).path();
                      String theirs =
                          Call.of(operation, other.keptFor(operation, places(operation))).path();
                      newRow(other, operation);
                      newRow(other, operation);
                      String cursor =
                          other
                              .caller(operation)
                              .get(theirs + "?limit=1")
                              .nextCursor()
                              .orElseThrow();
                      String beside = cursor.substring(0, cursor.length() - 1);
                      Told first =
                          told(
                              one.caller(operation),
                              get(mine + "?cursor=" + cursor),
                              List.of(cursor));
                      for (String last : List.of("A", "Q", "g", "w")) {
                        String another = beside + last;
                        assertThat(
                                told(
                                    one.caller(operation),
                                    get(mine + "?cursor=" + another),
                                    List.of(another)))
                            .isEqualTo(first);
                      }
                    }));
  }

  /** The answers to one journey through the API, for the first tenant and for the second. */
  @Test
  void what_a_tenant_does_is_answered_as_if_he_were_the_first() {
    assertThat(comparable(Journey.told(ATenant.of(platform), clock)))
        .hasSizeGreaterThan(30)
        .containsExactlyElementsOf(comparable(Journey.told(ATenant.of(platform), clock)));
  }

  /** Without what has identifiers in another form in it. */
  private static List<String> comparable(List<String> told) {
    return told.stream().filter(line -> !line.contains("/file ")).toList();
  }

  private void newRow(Home home, Operation operation) {
    Kind.rowOf(operation.template()).madeIn(home, above(home, operation));
  }

  private List<String> above(Home home, Operation operation) {
    return List.copyOf(home.keptFor(operation, places(operation)).values());
  }

  private Told refused(Operation operation, Map<Place, String> names, String tag) {
    return told(one.caller(operation), Call.of(operation, names), tag, names.values());
  }

  private Told asked(Named place, String name, String tag) {
    Map<Place, String> names =
        new LinkedHashMap<>(one.keptFor(place.operation(), places(place.operation())));
    names.put(place.at(), name);
    return refused(place.operation(), names, tag);
  }

  /**
   * The same request by who owns what it names is done. So the others are not refused for another
   * reason than whose it is.
   */
  private void isWellMade(Operation operation, Place... more) {
    if (isOfThePlatform(operation)) {
      return;
    }
    Map<Place, String> own = owner.newFor(operation, places(operation));
    for (Place place : more) {
      own.put(place, place.kind().madeIn(owner, Home.beside(own)));
    }
    Call.ready(owner, operation, own);
    // Under another name each time: some names are taken once.
    ApiAnswer answer =
        Call.of(operation, own)
            .renamed("walk-" + owner.next())
            .by(owner.caller(operation), Call.tag(owner, operation, own));
    assertThat(answer.status())
        .as("%s is not well made: %s", operation, answer.body())
        .isBetween(200, 299);
    assertThat(answer.json().path("refused").asInt())
        .as("%s refuses: %s", operation, answer.body())
        .isZero();
  }

  private static int[] chosen(int choice, int count) {
    return IntStream.range(0, count).filter(i -> (choice >> i & 1) == 1).toArray();
  }

  private static Call get(String path) {
    return new Call("GET", path, null, false);
  }

  private List<Place> places(Operation operation) {
    return Place.of(description, operation);
  }

  private static boolean isOfThePlatform(Operation operation) {
    return Arrays.stream(Permission.values())
        .filter(Permission::isOfThePlatform)
        .anyMatch(permission -> permission.code().equals(operation.permission()));
  }

  private Stream<Operation> readable() {
    return description.operations().stream().filter(one -> one.verb().equals("GET"));
  }

  private Stream<Operation> lists() {
    return readable().filter(operation -> Lists.isList(description, operation));
  }

  /** A place of an operation. */
  private record Named(Operation operation, Place at) {}

  private Stream<Named> places(Place.In in) {
    return description.operations().stream()
        .filter(operation -> !isOfThePlatform(operation))
        .flatMap(
            operation ->
                places(operation).stream()
                    .filter(place -> place.in() == in)
                    .map(place -> new Named(operation, place)));
  }

  private static DynamicTest test(
      Operation operation, org.junit.jupiter.api.function.Executable walk) {
    return DynamicTest.dynamicTest(operation.toString(), walk);
  }
}
