package com.dotmac.platform.domain.partners.statements;

import com.dotmac.platform.domain.partners.ledger.LedgerEntry;
import com.dotmac.platform.domain.partners.ledger.LedgerMovements;
import com.dotmac.platform.domain.partners.ledger.Movement;
import com.dotmac.platform.domain.partners.ledger.Movements;
import com.dotmac.platform.domain.partners.statements.StatementRepository.Books;
import com.dotmac.platform.domain.partners.statements.StatementRow.Standing;
import com.dotmac.platform.domain.shared.Identifiers;
import com.dotmac.platform.domain.shared.Page;
import com.dotmac.platform.domain.shared.PageRequest;
import com.dotmac.platform.domain.tenancy.AuditTrail;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantService;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The door to statements. A month is closed once, by whoever comes first, and all its statements
 * are made with it: of each partner in each currency in which something was entered, or is owed
 * still. Months are closed one after the other, from that of the first entry on.
 */
public final class StatementService {

  private final StatementRepository statements;
  private final LedgerMovements ledger;
  private final TenantService tenants;
  private final AuditTrail audit;

  /**
   * A door for the sessions of one database.
   *
   * @param sessions where the current session comes from
   * @param ledger what changed in the books
   * @param tenants knows the zone
   * @param audit where acts are recorded
   */
  public StatementService(
      TenantSessions sessions, LedgerMovements ledger, TenantService tenants, AuditTrail audit) {
    statements = new StatementRepository(sessions);
    this.ledger = ledger;
    this.tenants = tenants;
    this.audit = audit;
  }

  /**
   * A statement.
   *
   * @throws StatementException.NotFound if the tenant has none such
   */
  public PartnerStatement get(TenantScope scope, UUID id) {
    return statements.find(scope, id).orElseThrow(StatementException.NotFound::new);
  }

  /**
   * A statement of a partner.
   *
   * @throws StatementException.NotFound if the partner has none such
   */
  public PartnerStatement getOf(TenantScope scope, UUID partnerId, UUID id) {
    return statements
        .find(scope, id)
        .filter(statement -> statement.partnerId().equals(partnerId))
        .orElseThrow(StatementException.NotFound::new);
  }

  /**
   * A page of the statements of a partner, newest first.
   *
   * @param currency only in this, by its code; {@code null}: in all
   */
  public Page<PartnerStatement> list(
      TenantScope scope, UUID partnerId, @Nullable String currency, PageRequest page) {
    return statements.list(scope, partnerId, currency, page);
  }

  /**
   * A page of the entries that the movements of a statement are the sums of, newest first.
   *
   * @param movement only of this; {@code null}: of all
   */
  public Page<LedgerEntry> entries(
      TenantScope scope,
      PartnerStatement statement,
      @Nullable Movement movement,
      PageRequest page) {
    StatementPeriod period = statement.period();
    return ledger.page(
        scope,
        statement.partnerId(),
        statement.currency(),
        period.from(),
        period.to(),
        movement,
        page);
  }

  /** All these entries with what they are about, in the order in which they were made. */
  public List<StatementLine> lines(TenantScope scope, PartnerStatement statement) {
    return statements.lines(scope, statement);
  }

  /**
   * Closes the first month that is over and was not closed, and makes its statements.
   *
   * @return the month; empty: there is none, or somebody else has just closed it
   */
  public Optional<ClosedPeriod> closeNext(CallContext context) {
    TenantScope scope = context.scope();
    if (due(scope, context.at()).isEmpty()) {
      return Optional.empty();
    }
    // From here on nobody enters anything, and whoever else wants to close it waits.
    statements.holdBooks(scope);
    return due(scope, context.at()).flatMap(due -> close(context, due));
  }

  /**
   * Closes all months up to one that is over.
   *
   * @return those that were not closed before, the first one first
   * @throws StatementException.PeriodOpen if it is not over, or only just
   */
  public List<ClosedPeriod> closeUpTo(CallContext context, YearMonth month) {
    ZoneId zone = tenants.get(context.scope()).timeZone();
    Instant closesAt =
        StatementPeriod.startOf(month.plusMonths(1), zone).plus(StatementPeriod.GRACE);
    if (context.at().isBefore(closesAt)) {
      throw new StatementException.PeriodOpen(month, closesAt);
    }
    List<ClosedPeriod> closed = new ArrayList<>();
    while (isBefore(context.scope(), month)) {
      Optional<ClosedPeriod> one = closeNext(context);
      if (one.isEmpty()) {
        return closed;
      }
      closed.add(one.get());
    }
    return closed;
  }

  /** Whether the next month to be closed is this one or one before it. */
  private boolean isBefore(TenantScope scope, YearMonth month) {
    return next(scope).filter(next -> !next.period.month().isAfter(month)).isPresent();
  }

  private Optional<Due> due(TenantScope scope, Instant at) {
    return next(scope).filter(next -> !at.isBefore(next.period.closesAt()));
  }

  private Optional<Due> next(TenantScope scope) {
    ZoneId zone = tenants.get(scope).timeZone();
    Optional<PartnerStatementPeriod> last = statements.last(scope);
    return last.isPresent()
        ? last.map(closed -> new Due(closed.period().next(zone), closed.id()))
        : ledger.first(scope).map(first -> new Due(StatementPeriod.of(first, zone), null));
  }

  private Optional<ClosedPeriod> close(CallContext context, Due due) {
    TenantScope scope = context.scope();
    StatementPeriod period = due.period;
    UUID id = Identifiers.next(context.at());
    if (!statements.close(scope, id, period, context.at())) {
      return Optional.empty();
    }
    int made = statements.add(scope, id, rows(context, due));
    audit.record(
        context,
        "partner_statement_period.closed",
        id,
        null,
        new LinkedHashMap<>(
            Map.of(
                "month",
                period.month().toString(),
                "startsAt",
                period.from(),
                "endsAt",
                period.to(),
                "statements",
                made)));
    return Optional.of(new ClosedPeriod(id, period, made));
  }

  private List<StatementRow> rows(CallContext context, Due due) {
    TenantScope scope = context.scope();
    Map<Books, Standing> before =
        due.afterId == null ? Map.of() : statements.standings(scope, due.afterId);
    Map<Books, Movements> changed = new LinkedHashMap<>();
    for (Movements one : ledger.ofAll(scope, due.period.from(), due.period.to())) {
      changed.put(new Books(one.partnerId(), one.currency()), one);
    }
    Set<Books> all = new LinkedHashSet<>(before.keySet());
    all.addAll(changed.keySet());
    return all.stream()
        .map(
            books ->
                new StatementRow(
                    // Of several months that are closed at once, the later one is the newer.
                    Identifiers.next(due.period.to()),
                    before.getOrDefault(books, Standing.NOTHING),
                    changed.getOrDefault(
                        books, Movements.none(books.partnerId(), books.currency()))))
        .toList();
  }

  /**
   * A month that is to be closed.
   *
   * @param afterId identifier of the month before it; {@code null}: it is the first
   */
  private record Due(StatementPeriod period, @Nullable UUID afterId) {}
}
