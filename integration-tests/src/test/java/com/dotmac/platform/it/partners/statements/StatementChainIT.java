package com.dotmac.platform.it.partners.statements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.dotmac.platform.app.partners.statements.StatementDoors;
import com.dotmac.platform.domain.audit.AuditLog;
import com.dotmac.platform.domain.partners.ledger.Balances;
import com.dotmac.platform.domain.partners.ledger.LedgerAccount;
import com.dotmac.platform.domain.partners.ledger.LedgerBalances;
import com.dotmac.platform.domain.partners.ledger.LedgerDraft;
import com.dotmac.platform.domain.partners.ledger.LedgerKind;
import com.dotmac.platform.domain.partners.ledger.Movement;
import com.dotmac.platform.domain.partners.statements.ClosedPeriod;
import com.dotmac.platform.domain.partners.statements.PartnerStatement;
import com.dotmac.platform.domain.partners.statements.StatementException;
import com.dotmac.platform.domain.partners.statements.StatementLine;
import com.dotmac.platform.domain.partners.statements.StatementPeriod;
import com.dotmac.platform.domain.shared.Money;
import com.dotmac.platform.domain.shared.PageRequest;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.TenantService;
import com.dotmac.platform.it.harness.AtOnce;
import com.dotmac.platform.it.harness.NeedsDatabase;
import com.dotmac.platform.it.harness.TestDatabase;
import com.dotmac.platform.it.partners.PartnerDesk;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.postgresql.util.PSQLException;

/**
 * Statements at the doors: I3, I37 to I39. The seed stands in the name of each test; {@code
 * -Dstatements.seed=…} plays it again.
 */
@NeedsDatabase
class StatementChainIT {
  private static final PageRequest ALL = new PageRequest(100, null);
  private static final String NO_RIGHT = "42501";

  private final TestDatabase database;
  private final PartnerDesk desk;
  private final StatementDoors doors;
  private final LedgerBalances balances;

  StatementChainIT(TestDatabase database) {
    this.database = database;
    desk = new PartnerDesk(database);
    AuditLog audit = new AuditLog(desk.sessions());
    doors = StatementDoors.of(desk.sessions(), new TenantService(desk.sessions(), audit), audit);
    balances = new LedgerBalances(desk.sessions());
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @TestFactory
  Stream<DynamicTest> whatever_is_entered_statements_are_a_chain_and_say_what_the_books_say() {
    long first = Long.getLong("statements.seed", 20_261_128L);
    return LongStream.range(first, first + 6)
        .mapToObj(seed -> DynamicTest.dynamicTest("seed " + seed, () -> play(new Random(seed))));
  }

  private void play(Random chance) {
    List<Entered> books = new ArrayList<>();
    for (int partner = 0; partner < 3; partner++) {
      UUID id = desk.partner();
      for (String currency : List.of("EUR", "JPY")) {
        books.add(new Entered(id, currency, desk.line(id, currency, 1L + chance.nextInt(900))));
      }
    }
    for (int step = 0; step < 120; step++) {
      enter(books.get(chance.nextInt(books.size())), chance);
      if (chance.nextInt(4) == 0) {
        desk.clock().advance(Duration.ofDays(chance.nextInt(25)));
      }
      if (chance.nextInt(9) == 0) {
        closeAll();
      }
    }
    desk.clock().advance(Duration.ofDays(40));
    closeAll();
    for (Entered one : books) {
      assertThatItIsAChain(one);
    }
  }

  private void enter(Entered books, Random chance) {
    long amount = 1L + chance.nextInt(500);
    switch (chance.nextInt(9)) {
      case 0, 1 ->
          post(books, LedgerKind.ACCRUAL, LedgerAccount.EXPENSE, LedgerAccount.HELD, amount);
      case 2 ->
          post(books, LedgerKind.REVERSAL, LedgerAccount.PAYABLE, LedgerAccount.EXPENSE, amount);
      case 3 ->
          post(books, LedgerKind.CANCELLATION, LedgerAccount.HELD, LedgerAccount.EXPENSE, amount);
      case 4 -> post(books, LedgerKind.RELEASE, LedgerAccount.HELD, LedgerAccount.PAYABLE, amount);
      case 5 ->
          post(books, LedgerKind.WRITE_OFF, LedgerAccount.WRITTEN_OFF, LedgerAccount.HELD, amount);
      case 6 ->
          post(
              books,
              LedgerKind.CANCELLATION,
              LedgerAccount.HELD,
              LedgerAccount.WRITTEN_OFF,
              amount);
      case 7 -> {
        post(
            books,
            LedgerKind.PAYOUT_RESERVED,
            LedgerAccount.PAYABLE,
            LedgerAccount.IN_FLIGHT,
            amount);
        post(
            books,
            LedgerKind.PAYOUT_COMPLETED,
            LedgerAccount.IN_FLIGHT,
            LedgerAccount.PAID,
            amount);
      }
      default ->
          post(
              books, LedgerKind.PAYOUT_RETURNED, LedgerAccount.PAID, LedgerAccount.PAYABLE, amount);
    }
  }

  private void assertThatItIsAChain(Entered of) {
    List<PartnerStatement> chain = statements(of.partnerId, of.currency);
    Money balance = Money.zero(Currency.getInstance(of.currency));
    Instant end = null;
    assertThat(chain).hasSizeGreaterThan(3);
    for (PartnerStatement one : chain) {
      assertThat(one.openingBalance()).isEqualTo(balance);
      if (end != null) {
        assertThat(one.period().from()).isEqualTo(end);
      }
      for (Movement movement : Movement.values()) {
        balance = balance.plus(one.amount(movement));
      }
      assertThat(one.closingBalance())
          .isEqualTo(balance)
          .isEqualTo(one.held().plus(one.payable()).plus(one.inFlight()));
      end = one.period().to();
      assertThatTheBooksSaySo(one);
      assertThatLinesComeToTheMovements(one);
    }
  }

  /** I3: the same number for the same cut. */
  private void assertThatTheBooksSaySo(PartnerStatement statement) {
    Balances books =
        desk
            .in(() -> balances.of(desk.scope(), statement.partnerId(), statement.period().to()))
            .stream()
            .filter(one -> one.currency().equals(statement.currency()))
            .findFirst()
            .orElseThrow();
    assertThat(statement.held().minor()).isEqualTo(books.held());
    assertThat(statement.payable().minor()).isEqualTo(books.payable() - books.carried());
    assertThat(statement.inFlight().minor()).isEqualTo(books.inFlight());
    assertThat(statement.closingBalance().minor())
        .isEqualTo(
            books.earned()
                - books.reversed()
                + books.adjusted()
                + books.writtenOff()
                - books.paid());
  }

  private void assertThatLinesComeToTheMovements(PartnerStatement statement) {
    List<StatementLine> lines = desk.in(() -> doors.statements().lines(desk.scope(), statement));
    for (Movement movement : Movement.values()) {
      Money sum = Money.zero(statement.currency());
      for (StatementLine line : lines) {
        sum = line.movement() == movement ? sum.plus(line.amount()) : sum;
      }
      assertThat(statement.amount(movement)).isEqualTo(sum);
    }
  }

  @Test
  void each_movement_is_named_and_its_entries_are_found_by_its_name() {
    Entered books = someBooks();
    post(books, LedgerKind.ACCRUAL, LedgerAccount.EXPENSE, LedgerAccount.HELD, 1_000);
    post(books, LedgerKind.REVERSAL, LedgerAccount.HELD, LedgerAccount.EXPENSE, 100);
    post(books, LedgerKind.CANCELLATION, LedgerAccount.HELD, LedgerAccount.EXPENSE, 10);
    post(books, LedgerKind.RELEASE, LedgerAccount.HELD, LedgerAccount.PAYABLE, 800);
    post(books, LedgerKind.PAYOUT_RESERVED, LedgerAccount.PAYABLE, LedgerAccount.IN_FLIGHT, 700);
    post(books, LedgerKind.PAYOUT_COMPLETED, LedgerAccount.IN_FLIGHT, LedgerAccount.PAID, 650);
    post(books, LedgerKind.PAYOUT_RETURNED, LedgerAccount.PAID, LedgerAccount.PAYABLE, 50);
    post(books, LedgerKind.WRITE_OFF, LedgerAccount.WRITTEN_OFF, LedgerAccount.HELD, 20);
    desk.clock().advance(Duration.ofDays(40));
    closeAll();

    PartnerStatement made = statements(books.partnerId, "EUR").get(0);
    assertThat(Stream.of(Movement.values()).map(one -> made.amount(one).minor()))
        .containsExactly(1_000L, -110L, 40L, 20L, -650L, 50L);
    assertThat(made.closingBalance().minor()).isEqualTo(350);
    for (Movement movement : Movement.values()) {
      long sum =
          desk
              .in(() -> doors.statements().entries(desk.scope(), made, movement, ALL))
              .items()
              .stream()
              .mapToLong(entry -> entry.amount().minor())
              .sum();
      assertThat(sum).as(movement.code()).isEqualTo(made.amount(movement).minor());
    }
    assertThat(desk.in(() -> doors.statements().entries(desk.scope(), made, null, ALL)).items())
        .hasSize(7);
  }

  @Test
  void who_is_owed_something_has_a_statement_of_each_month_and_who_never_had_any_has_none() {
    Entered owed = someBooks();
    UUID never = desk.partner();
    UUID settled = desk.partner();
    desk.line(settled, "EUR", 5);
    desk.line(settled, "EUR", -5);
    desk.clock().advance(Duration.ofDays(100));

    List<ClosedPeriod> closed = closeAll();

    assertThat(closed)
        .extracting(one -> one.period().month())
        .containsExactly(YearMonth.of(2026, 3), YearMonth.of(2026, 4), YearMonth.of(2026, 5));
    assertThat(closed).extracting(ClosedPeriod::statements).containsExactly(2, 1, 1);
    assertThat(statements(owed.partnerId, "EUR"))
        .extracting(one -> one.closingBalance().minor())
        .containsExactly(40L, 40L, 40L);
    assertThat(statements(never, null)).isEmpty();
    assertThat(statements(settled, null)).hasSize(1);
  }

  @Test
  void a_month_is_closed_an_hour_after_it_ended_and_not_before() {
    someBooks();
    Instant end = Instant.parse("2026-04-01T00:00:00Z");
    desk.clock().moveTo(end.plus(Duration.ofMinutes(59)));
    assertThat(closeNext()).isEmpty();
    assertThatThrownBy(
            () ->
                desk.in(() -> doors.statements().closeUpTo(desk.context(), YearMonth.of(2026, 3))))
        .isInstanceOf(StatementException.PeriodOpen.class)
        .hasMessageContaining("2026-04-01T01:00:00Z");

    desk.clock().moveTo(end.plus(Duration.ofHours(1)));
    assertThat(closeNext()).isPresent();
    assertThat(closeNext()).isEmpty();
  }

  /** Many months of many instances: each is made once. */
  @Test
  void instances_that_close_at_once_make_each_statement_once() {
    Entered books = someBooks();
    desk.clock().advance(Duration.ofDays(200));
    CallContext context = desk.context();

    List<Integer> closed =
        AtOnce.times(
            6,
            place -> {
              int mine = 0;
              while (desk.in(() -> doors.statements().closeNext(context)).isPresent()) {
                mine++;
              }
              return mine;
            });

    assertThat(closed.stream().mapToInt(one -> one).sum()).isEqualTo(6);
    assertThat(statements(books.partnerId, "EUR")).hasSize(6);
  }

  /** I38. */
  @Test
  void nothing_is_entered_for_a_month_that_was_stated() {
    Entered books = someBooks();
    CallContext before = desk.context();
    desk.clock().advance(Duration.ofDays(60));
    closeAll();

    assertThatThrownBy(
            () ->
                desk.run(
                    () ->
                        desk.ledger()
                            .post(
                                before,
                                List.of(
                                    draft(
                                        books,
                                        LedgerKind.ACCRUAL,
                                        LedgerAccount.EXPENSE,
                                        LedgerAccount.HELD,
                                        1)))))
        .hasStackTraceContaining("Nothing is entered for a time that was stated");

    post(books, LedgerKind.ACCRUAL, LedgerAccount.EXPENSE, LedgerAccount.HELD, 1);
    desk.clock().advance(Duration.ofDays(60));
    closeAll();
    assertThat(statements(books.partnerId, "EUR"))
        .extracting(one -> one.amount(Movement.EARNED).minor())
        .containsExactly(0L, 1L, 0L);
  }

  /** I39. */
  @Test
  void a_tenant_who_moves_loses_no_entry_between_two_zones() throws SQLException {
    Entered books = someBooks();
    desk.clock().advance(Duration.ofDays(35));
    closeAll();
    try (Connection owner = database.connectAsOwner(desk.tenantId());
        Statement statement = owner.createStatement()) {
      statement.execute(
          "UPDATE tenants SET time_zone = 'America/New_York' WHERE id = '%s'"
              .formatted(desk.tenantId()));
    }
    // After midnight in the old zone, before it in the new one.
    desk.clock().moveTo(Instant.parse("2026-05-01T01:00:00Z"));
    post(books, LedgerKind.ACCRUAL, LedgerAccount.EXPENSE, LedgerAccount.HELD, 7);
    desk.clock().advance(Duration.ofDays(35));
    closeAll();

    List<PartnerStatement> chain = statements(books.partnerId, "EUR");
    assertThat(chain)
        .extracting(PartnerStatement::period)
        .extracting(StatementPeriod::from, StatementPeriod::to)
        .startsWith(
            tuple(Instant.parse("2026-03-01T00:00:00Z"), Instant.parse("2026-04-01T00:00:00Z")),
            tuple(Instant.parse("2026-04-01T00:00:00Z"), Instant.parse("2026-05-01T04:00:00Z")));
    assertThat(chain.get(1).amount(Movement.EARNED).minor()).isEqualTo(7);
  }

  @Test
  void the_application_can_neither_change_nor_remove_a_statement() throws SQLException {
    Entered books = someBooks();
    desk.clock().advance(Duration.ofDays(40));
    closeAll();
    PartnerStatement made = statements(books.partnerId, "EUR").get(0);

    for (String sql :
        List.of(
            "UPDATE partner_statements SET earned = earned",
            "DELETE FROM partner_statements",
            "UPDATE partner_statement_periods SET closed_at = closed_at",
            "DELETE FROM partner_statement_periods")) {
      assertThatThrownBy(() -> asApp(sql))
          .isInstanceOfSatisfying(
              PSQLException.class,
              refusal -> assertThat(refusal.getSQLState()).as(sql).isEqualTo(NO_RIGHT));
    }
    assertThatThrownBy(
            () ->
                asApp(
                    "INSERT INTO partner_statements SELECT (jsonb_populate_record(s, jsonb_build_object("
                        + "'id', gen_random_uuid(), 'currency', 'USD', 'earned', 1))).*"
                        + " FROM partner_statements s WHERE id = '"
                        + made.id()
                        + "'"))
        .hasMessageContaining("ck_partner_statements_closing_balance");
    assertThatThrownBy(
            () ->
                asApp(
                    "INSERT INTO partner_statement_periods (tenant_id, id, month, time_zone, starts_at, ends_at, closed_at)"
                        + " SELECT tenant_id, gen_random_uuid(), '2020-01-01', 'UTC', starts_at, ends_at, closed_at"
                        + " FROM partner_statement_periods"))
        .hasMessageContaining("ex_partner_statement_periods_apart");
  }

  private void asApp(String sql) throws SQLException {
    try (Connection app = database.connectAsApp(desk.tenantId());
        Statement statement = app.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The books of a partner, with an adjustment of 40 euros' hundredths in them. */
  private Entered someBooks() {
    UUID partner = desk.partner();
    return new Entered(partner, "EUR", desk.line(partner, "EUR", 40));
  }

  private void post(
      Entered books, LedgerKind kind, LedgerAccount debit, LedgerAccount credit, long amount) {
    CallContext context = desk.context();
    desk.run(() -> desk.ledger().post(context, List.of(draft(books, kind, debit, credit, amount))));
  }

  private static LedgerDraft draft(
      Entered books, LedgerKind kind, LedgerAccount debit, LedgerAccount credit, long amount) {
    return LedgerDraft.ofCommission(
        books.partnerId,
        Currency.getInstance(books.currency),
        kind,
        debit,
        credit,
        amount,
        books.lineId);
  }

  private Optional<ClosedPeriod> closeNext() {
    CallContext context = desk.context();
    return desk.in(() -> doors.statements().closeNext(context));
  }

  private List<ClosedPeriod> closeAll() {
    List<ClosedPeriod> closed = new ArrayList<>();
    Optional<ClosedPeriod> one = closeNext();
    while (one.isPresent()) {
      closed.add(one.get());
      one = closeNext();
    }
    return closed;
  }

  /** Those of a partner, the oldest first. */
  private List<PartnerStatement> statements(UUID partnerId, @Nullable String currency) {
    List<PartnerStatement> found =
        new ArrayList<>(
            desk.in(() -> doors.statements().list(desk.scope(), partnerId, currency, ALL)).items());
    Collections.reverse(found);
    return found;
  }

  /** Books, and a line that entries can be about. */
  private record Entered(UUID partnerId, String currency, UUID lineId) {}
}
