package com.dotmac.platform.domain.partners.rules;

import com.dotmac.platform.domain.billing.catalog.ProductException;
import com.dotmac.platform.domain.billing.catalog.ProductService;
import com.dotmac.platform.domain.customers.CustomerException;
import com.dotmac.platform.domain.customers.CustomerService;
import com.dotmac.platform.domain.partners.Partner;
import com.dotmac.platform.domain.partners.PartnerAccount;
import com.dotmac.platform.domain.partners.PartnerAccountService;
import com.dotmac.platform.domain.partners.PartnerException;
import com.dotmac.platform.domain.partners.PartnerService;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantService;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Answers what a partner would earn, and why. Changes nothing, and reads nothing of what was
 * earned.
 */
public final class RuleEnquiryService {

  private final RuleBook book;
  private final CommissionService rules;
  private final PartnerService partners;
  private final PartnerAccountService accounts;
  private final CustomerService customers;
  private final ProductService products;
  private final TenantService tenants;

  /**
   * A door over other doors.
   *
   * @param book the rules to choose from
   * @param rules the door to rules
   * @param partners the door to partners
   * @param accounts the door to their accounts
   * @param customers the door to customers
   * @param products the door to products
   * @param tenants the door to tenants, whose zone decides about periods
   */
  public RuleEnquiryService(
      RuleBook book,
      CommissionService rules,
      PartnerService partners,
      PartnerAccountService accounts,
      CustomerService customers,
      ProductService products,
      TenantService tenants) {
    this.book = book;
    this.rules = rules;
    this.partners = partners;
    this.accounts = accounts;
    this.customers = customers;
    this.products = products;
    this.tenants = tenants;
  }

  /**
   * What decides about a line, with what became of each rule. Of a rule with several versions the
   * one that counts at the instant is looked at, else the last that did, else the first to come.
   *
   * @param partnerId who earns
   * @param line what was sold
   * @param at the instant that is asked about
   * @throws PartnerException.NotFound if there is no such partner
   * @throws CustomerException.NotFound if there is no such customer
   * @throws ProductException.NotFound if there is no such product
   */
  public RuleEnquiry explain(TenantScope scope, UUID partnerId, LineFacts line, Instant at) {
    Partner partner = partners.get(scope, partnerId);
    refuseUnknown(scope, List.of(line));
    Optional<PartnerAccount> account =
        covering(accounts.ofCustomers(scope, partnerId, Set.of(line.customerId())), at);
    List<RuleCandidate> candidates =
        NearestVersions.of(book.withArchived(scope, Set.of(partnerId)), at);
    Explanation why =
        RuleChoice.explain(line, facts(partner, account.orElse(null)), at, candidates);
    Set<UUID> ids =
        candidates.stream().map(RuleCandidate::commissionId).collect(Collectors.toSet());
    return new RuleEnquiry(
        at, account.isPresent(), why.choice(), why.considered(), rules.names(scope, ids));
  }

  /**
   * What sales would earn if there were another rule, beside what they earn by the rules that there
   * are. What was sold before the first of them counts for nothing: neither for tiers, nor as a
   * first payment.
   *
   * @param partnerId who earns; as if he looked after each of the customers
   * @param draft the rule to be tried
   * @param sales in any order
   * @return in the order of the instants
   * @throws PartnerException.NotFound if there is no such partner
   * @throws CustomerException.NotFound if there is no such customer
   * @throws ProductException.NotFound if there is no such product
   * @throws CommissionException.NotFound if there is no rule whose place the draft could take
   */
  public List<Trial> simulate(
      TenantScope scope, UUID partnerId, DraftRule draft, List<Sale> sales) {
    Partner partner = partners.get(scope, partnerId);
    @Nullable Commission replaced =
        draft.replaces() == null ? null : rules.get(scope, draft.replaces());
    rules.refuseUnknown(scope, draft.draft().scope());
    refuseUnknown(scope, sales.stream().map(Sale::line).toList());
    Map<UUID, List<PartnerAccount>> looksAfter =
        accounts
            .ofCustomers(
                scope, partnerId, sales.stream().map(Sale::customerId).collect(Collectors.toSet()))
            .stream()
            .collect(Collectors.groupingBy(PartnerAccount::customerId));
    List<RuleCandidate> present = book.of(scope, Set.of(partnerId));
    List<RuleCandidate> others =
        present.stream().filter(rule -> !rule.commissionId().equals(draft.replaces())).toList();
    ZoneId zone = tenants.get(scope).timeZone();
    CommissionReplay now = new CommissionReplay(zone);
    CommissionReplay tried = new CommissionReplay(zone);
    List<Trial> trials = new ArrayList<>();
    for (Sale sale : sales.stream().sorted(Comparator.comparing(Sale::at)).toList()) {
      PartnerFacts facts =
          facts(
              partner,
              covering(looksAfter.getOrDefault(sale.customerId(), List.of()), sale.at())
                  .orElse(null));
      List<RuleCandidate> withDraft = new ArrayList<>(others);
      withDraft.add(draft.candidate(partnerId, replaced, sale.at()));
      trials.add(
          new Trial(
              sale,
              now.next(sale, RuleChoice.choose(sale.line(), facts, sale.at(), present)),
              tried.next(sale, RuleChoice.choose(sale.line(), facts, sale.at(), withDraft))));
    }
    return trials;
  }

  /**
   * All rules for a partner and a draft, as if it had begun at an instant: until then the rule
   * whose place it takes counts as it is.
   *
   * @param partnerId whom it is tried for
   * @param draft the rule to be tried
   * @param from when it begins
   * @throws CustomerException.NotFound if it names a customer whom there is not
   * @throws ProductException.NotFound if it names a product that there is not
   * @throws CommissionException.NotFound if there is no rule whose place the draft could take
   */
  public List<RuleCandidate> withDraft(
      TenantScope scope, UUID partnerId, DraftRule draft, Instant from) {
    @Nullable Commission replaced =
        draft.replaces() == null ? null : rules.get(scope, draft.replaces());
    rules.refuseUnknown(scope, draft.draft().scope());
    List<RuleCandidate> candidates = new ArrayList<>();
    for (RuleCandidate rule : book.of(scope, Set.of(partnerId))) {
      if (!rule.commissionId().equals(draft.replaces())) {
        candidates.add(rule);
      } else if (rule.effectiveFrom().isBefore(from)) {
        candidates.add(rule.until(from));
      }
    }
    candidates.add(draft.candidate(partnerId, replaced, from));
    return candidates;
  }

  private void refuseUnknown(TenantScope scope, List<LineFacts> lines) {
    Set<UUID> unknown = new LinkedHashSet<>();
    for (LineFacts line : lines) {
      if (unknown.add(line.customerId())) {
        customers.get(scope, line.customerId());
      }
      if (line.productId() != null && unknown.add(line.productId())) {
        products.get(scope, line.productId());
      }
    }
  }

  private static PartnerFacts facts(Partner partner, @Nullable PartnerAccount account) {
    return new PartnerFacts(
        partner.id(),
        account == null ? null : account.details().customCommissionRate(),
        partner.details().defaultCommissionRate());
  }

  private static Optional<PartnerAccount> covering(List<PartnerAccount> accounts, Instant at) {
    return accounts.stream().filter(account -> account.covers(at)).findFirst();
  }
}
