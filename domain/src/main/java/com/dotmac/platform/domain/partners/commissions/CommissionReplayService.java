package com.dotmac.platform.domain.partners.commissions;

import com.dotmac.platform.domain.partners.PartnerException;
import com.dotmac.platform.domain.partners.PartnerService;
import com.dotmac.platform.domain.partners.rules.CommissionException;
import com.dotmac.platform.domain.partners.rules.DraftRule;
import com.dotmac.platform.domain.partners.rules.RuleBook;
import com.dotmac.platform.domain.partners.rules.RuleCandidate;
import com.dotmac.platform.domain.partners.rules.RuleEnquiryService;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantService;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import com.dotmac.platform.domain.tenancy.TenantSql;
import java.time.Instant;
import java.util.Collection;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells what a period would have come to for a partner if a rule had said something else from its
 * beginning. The facts of billing that were taken in are reckoned once more, by the very reckoning
 * that books them, and nothing of it is kept.
 */
public final class CommissionReplayService {

  private static final String INVOICES =
      """
      SELECT DISTINCT invoice_id FROM partner_commission_inputs
      WHERE partner_id = ? AND invoice_id IS NOT NULL AND occurred_at < ?\
      """;

  private static final String BEGUN =
      """
      SELECT DISTINCT customer_id FROM partner_commission_terms
      WHERE partner_id = ? AND customer_id IS NOT NULL AND decided_at < ?\
      """;

  private static final String BOOKED =
      """
      SELECT currency, sum(amount)::bigint AS amount FROM partner_commission_events
      WHERE partner_id = ? AND kind IN ('accrual', 'reversal') AND occurred_at >= ? AND occurred_at < ?
      GROUP BY currency\
      """;

  private final TenantSql sql;
  private final AccrualReader reader;
  private final InvoiceReading reading;
  private final PartnerService partners;
  private final RuleEnquiryService rules;
  private final TenantService tenants;

  /**
   * A door for the sessions of one database.
   *
   * @param sessions where the current session comes from
   * @param partners the door to partners
   * @param book what versions of rules say
   * @param rules puts a draft among the rules
   * @param tenants knows the zone
   */
  public CommissionReplayService(
      TenantSessions sessions,
      PartnerService partners,
      RuleBook book,
      RuleEnquiryService rules,
      TenantService tenants) {
    sql = new TenantSql(sessions);
    reader = new AccrualReader(sql);
    reading = new InvoiceReading(sessions, reader, book);
    this.partners = partners;
    this.rules = rules;
    this.tenants = tenants;
  }

  /**
   * What a period was worth, and would have been. An invoice of which money had come before it
   * keeps what was decided then; about all others it is decided anew, by the rules of today and the
   * draft. What was written by hand counts on neither side.
   *
   * @param partnerId who earns
   * @param draft the rule that is tried, as if it had begun with the period
   * @param from first instant of the period
   * @param to first instant after it
   * @return by currency; empty if no money came or went
   * @throws PartnerException.NotFound if there is no such partner
   * @throws CommissionException.NotFound if there is no rule whose place the draft could take
   */
  public List<ReplayedSum> replay(
      TenantScope scope, UUID partnerId, DraftRule draft, Instant from, Instant to) {
    partners.get(scope, partnerId);
    List<RuleCandidate> candidates = rules.withDraft(scope, partnerId, draft, from);
    List<UUID> invoices =
        sql.list(scope, INVOICES, row -> row.getObject("invoice_id", UUID.class), partnerId, to);
    AccrualState state = state(scope, partnerId, Set.copyOf(invoices), from);
    // How long it would be held changes no amount.
    Deciding deciding = new Deciding(candidates, tenants.get(scope).timeZone(), 0, state, state);
    AccrualRun run = new AccrualRun(state, deciding, from);
    for (AccrualReader.Known known : reader.intakes(scope, invoices)) {
      if (known.intake().occurredAt().isBefore(to)) {
        run.take(known.intake());
      }
    }
    return sums(
        run.lines().stream()
            .filter(line -> line.terms().partnerId().equals(partnerId))
            .filter(line -> !line.intake().occurredAt().isBefore(from)),
        booked(scope, partnerId, from, to));
  }

  private AccrualState state(
      TenantScope scope, UUID partnerId, Collection<UUID> invoices, Instant from) {
    InvoiceReading.Invoices read = reading.of(scope, invoices);
    // What was decided before the period, or for others, stays as it was decided.
    read.decide(
        read.terms().stream()
            .filter(row -> !row.partnerId().equals(partnerId) || row.decided().at().isBefore(from))
            .map(TermsRow::fromNothing)
            .toList());
    Set<UUID> concerned = read.partners();
    return new AccrualState(
        read.books(),
        read.coverages(),
        concerned,
        reader.pools(scope, concerned).stream().map(PoolRow::fromNothing).toList(),
        reader.anchors(scope, read.accounts()),
        begun(scope, partnerId, from),
        List.of(),
        pool -> List.of(),
        from);
  }

  private Set<AccrualState.PartnerCustomer> begun(TenantScope scope, UUID partnerId, Instant from) {
    return new HashSet<>(
        sql.list(
            scope,
            BEGUN,
            row ->
                new AccrualState.PartnerCustomer(
                    partnerId, row.getObject("customer_id", UUID.class)),
            partnerId,
            from));
  }

  private Map<Currency, Long> booked(TenantScope scope, UUID partnerId, Instant from, Instant to) {
    return sql
        .list(
            scope,
            BOOKED,
            row ->
                Map.entry(Currency.getInstance(row.getString("currency")), row.getLong("amount")),
            partnerId,
            from,
            to)
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static List<ReplayedSum> sums(Stream<LineDraft> lines, Map<Currency, Long> booked) {
    Map<String, ReplayedSum> sums = new TreeMap<>();
    booked.forEach(
        (currency, amount) ->
            sums.put(currency.getCurrencyCode(), new ReplayedSum(currency, 0, amount, 0)));
    lines.forEach(
        line -> {
          String code = line.terms().decided().currency();
          sums.merge(
              code,
              new ReplayedSum(Currency.getInstance(code), line.base(), 0, line.amount()),
              ReplayedSum::plus);
        });
    return List.copyOf(sums.values());
  }
}
