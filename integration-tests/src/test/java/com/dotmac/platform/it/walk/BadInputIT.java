package com.dotmac.platform.it.walk;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.domain.identity.Permission;
import com.dotmac.platform.it.fixtures.APerson;
import com.dotmac.platform.it.fixtures.ATenant;
import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.ApiClient;
import com.dotmac.platform.it.harness.MovableClock;
import com.dotmac.platform.it.harness.NeedsDatabase;
import com.dotmac.platform.it.harness.RawRequest;
import com.dotmac.platform.it.harness.RunningPlatform;
import com.dotmac.platform.it.harness.TestDatabase;
import com.dotmac.platform.it.openapi.DeclaredAnswers;
import com.dotmac.platform.it.openapi.Description;
import com.dotmac.platform.it.openapi.Description.Operation;
import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * Sends to every operation what nobody should: requests that work, with something done to them by
 * chance. Whatever comes, the answer is one that the description knows, a refusal changes nothing,
 * and only what a client could have sent by the description is done.
 *
 * <p>The seed is in the name of each test. {@code -Dfuzz.seed=…} gives another, {@code
 * -Dfuzz.cases=…} another number of requests for each operation, {@code -Dfuzz.case=…} one alone,
 * and {@code -Dfuzz.seconds=…} the time that all operations have together.
 */
@NeedsDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputIT {
  private static final long SEED = Long.getLong("fuzz.seed", 20_260_301L);
  private static final int CASES = Integer.getInteger("fuzz.cases", 120);
  private static final Optional<Integer> ALONE =
      Optional.ofNullable(Integer.getInteger("fuzz.case"));
  private static final int SECONDS = Integer.getInteger("fuzz.seconds", 25);

  /** So often is what was changed replaced by something new: often enough to find it as it was. */
  private static final int USES = 4;

  private final Description description = Description.committed();
  private final DeclaredAnswers declared = new DeclaredAnswers();
  private final RunningPlatform platform;
  private final TableDigests tables;
  private final Home home;
  private final String key;

  BadInputIT(TestDatabase database) throws SQLException {
    platform =
        RunningPlatform.on(
            database,
            MovableClock.at("2026-03-01T10:00:00Z"),
            RunningPlatform::doesNothingByItself);
    tables = new TableDigests(database);
    ATenant tenant = ATenant.ofThePlatform(platform);
    home = Home.ofThePlatform(tenant);
    key = tenant.key("hostile", EnumSet.allOf(Permission.class), null).token();
    // The first use of a key is noted, whatever becomes of the request.
    ApiClient.of(platform).withKey(key).get("/api/v1/tenant");
  }

  @AfterAll
  void stop() throws SQLException {
    tables.close();
    platform.close();
  }

  @TestFactory
  Stream<DynamicTest> nothing_that_is_sent_is_a_surprise() {
    List<Operation> operations = description.operations();
    Duration share = Duration.ofSeconds(SECONDS).dividedBy(operations.size());
    return operations.stream()
        .map(
            operation ->
                DynamicTest.dynamicTest(
                    "%s, -Dfuzz.seed=%d".formatted(operation, SEED),
                    () -> new Target(operation).endure(share)));
  }

  /** One operation, and what it is tried on. */
  private final class Target {
    private final Operation operation;
    private final WellMade wellMade;
    private final List<Place> places;
    private final List<String> parameters;
    private final @Nullable List<String> fields;
    private Map<Place, String> names = Map.of();
    private String tag = "";
    private String credential = key;
    private Map<String, String> words = Map.of();
    private int uses;

    private Target(Operation operation) {
      this.operation = operation;
      wellMade = new WellMade(description, operation);
      places = Place.of(description, operation);
      parameters = new ArrayList<>();
      for (JsonNode one : operation.declared().path("parameters")) {
        if (one.path("in").asText().equals("query")) {
          parameters.add(one.path("name").asText());
        }
      }
      fields = operation.body().isMissingNode() ? null : fields();
    }

    private List<String> fields() {
      List<String> names = new ArrayList<>();
      description
          .resolved(operation.body())
          .path("properties")
          .fieldNames()
          .forEachRemaining(names::add);
      return names;
    }

    private void endure(Duration share) throws SQLException {
      renew();
      long end = System.nanoTime() + share.toNanos();
      if (ALONE.isPresent()) {
        endure(ALONE.get());
      } else {
        // A slow machine sends fewer, and says the same of those that it sends.
        for (int number = 0; number < CASES && System.nanoTime() < end; number++) {
          endure(number);
        }
      }
      renew();
      ApiClient caller = ApiClient.of(platform).withKey(credential);
      assertThat(good().by(caller, tag).status())
          .as("%s afterwards", operation)
          .isBetween(200, 299);
    }

    private void renew() {
      if (Particulars.usesUpASecret(operation)) {
        signIn();
      } else if (operation.template().startsWith("/api/v1/portal/") && credential.equals(key)) {
        credential = home.tokenOfAnOwner();
      }
      names = home.newFor(operation, places);
      Call.ready(home, operation, names);
      tag = Call.tag(home, operation, names);
      uses = 0;
    }

    /** As somebody new: who guessed waits, and who changed his password has another. */
    private void signIn() {
      home.replacePerson();
      APerson person = home.person();
      ApiAnswer tokens = person.signIn();
      credential = tokens.text("accessToken");
      words =
          new HashMap<>(
              Map.of(
                  "tenant", person.tenant(),
                  "email", person.email(),
                  "password", person.password(),
                  "presentPassword", person.password(),
                  "code",
                      Particulars.codeFor(
                          operation,
                          person.with(tokens),
                          person.password(),
                          platform.clock().instant()),
                  "refreshToken", tokens.text("refreshToken")));
      Particulars.byMail(operation)
          .ifPresent(purpose -> words.put("token", home.tokenFor(purpose)));
      if (Particulars.takesAPartnersInvitation(operation)) {
        String invited =
            Particulars.isOpen(operation)
                ? "new%d@invited.example".formatted(home.next())
                : person.email();
        words.put("token", home.invitationOf(invited));
      }
    }

    /** The request that works, for a thing that is not there yet. */
    private Call good() {
      return Call.of(operation, names).renamed("good-" + home.next()).saying(words);
    }

    private void endure(int number) throws SQLException {
      Chance chance = Chance.of(SEED, operation.toString(), number);
      HostileCall call = HostileCall.of(chance, good(), credential, tag, parameters, fields);
      Map<String, String> before = tables.of(home.id());
      String raw = RawRequest.send(platform, call.bytes());
      List<String> faults = new ArrayList<>();
      int status = 0;
      try {
        ApiAnswer answer = ApiAnswer.parsed(raw);
        status = answer.status();
        faults.addAll(faults(call, answer, before));
      } catch (AssertionError e) {
        faults.add(e.getMessage());
      }
      assertThat(faults)
          .as("-Dfuzz.seed=%d -Dfuzz.case=%d, sent:%n%s%nanswered:%n%s", SEED, number, call, raw)
          .isEmpty();
      if (status < 300 && !operation.verb().equals("GET")) {
        uses++;
        if (uses == USES || Particulars.usesUpASecret(operation)) {
          renew();
        } else {
          tag = Call.tag(home, operation, names);
        }
      }
    }

    private List<String> faults(HostileCall call, ApiAnswer answer, Map<String, String> before)
        throws SQLException {
      List<String> faults = new ArrayList<>();
      if (answer.status() >= 500 && answer.status() != 501 && answer.status() != 505) {
        faults.add("that is a failure and no refusal");
      }
      declared.check(call.verb(), call.path(), answer);
      if (answer.status() < 300) {
        faults.addAll(wellMade.faults(call));
      } else {
        Map<String, String> after = tables.of(home.id());
        Particulars.notedIn(operation).ifPresent(table -> after.put(table, before.get(table)));
        if (!after.equals(before)) {
          faults.add("it was refused, and rows are other than before");
        }
      }
      return faults;
    }
  }
}
