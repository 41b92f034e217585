package com.dotmac.platform.domain.partners.rules;

import com.dotmac.platform.domain.billing.catalog.ProductException;
import com.dotmac.platform.domain.billing.catalog.ProductService;
import com.dotmac.platform.domain.customers.CustomerException;
import com.dotmac.platform.domain.customers.CustomerService;
import com.dotmac.platform.domain.partners.PartnerException;
import com.dotmac.platform.domain.partners.PartnerService;
import com.dotmac.platform.domain.shared.Page;
import com.dotmac.platform.domain.shared.PageRequest;
import com.dotmac.platform.domain.shared.VersionConflictException;
import com.dotmac.platform.domain.tenancy.AuditTrail;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The door to rules of commission. What a rule says is never changed: it is said anew, from an
 * instant on, and what was earned before stays as it is. Each verb that changes something writes
 * its audit row; none opens a transaction.
 */
public final class CommissionService {

  private final CommissionRepository rules;
  private final PartnerService partners;
  private final ProductService products;
  private final CustomerService customers;
  private final AuditTrail audit;

  /**
   * A door for the sessions of one database.
   *
   * @param sessions where the current session comes from
   * @param partners the door to partners
   * @param products the door to products
   * @param customers the door to customers
   * @param audit where acts are recorded
   */
  public CommissionService(
      TenantSessions sessions,
      PartnerService partners,
      ProductService products,
      CustomerService customers,
      AuditTrail audit) {
    rules = new CommissionRepository(sessions);
    this.partners = partners;
    this.products = products;
    this.customers = customers;
    this.audit = audit;
  }

  /**
   * Creates a rule with its first version.
   *
   * @param partnerId whom it is for; {@code null}: all partners
   * @param period when the version counts; may begin before the call, which changes nothing of what
   *     was earned
   * @param draft what it says
   * @throws PartnerException if there is no such partner or he is archived
   * @throws ProductException.NotFound if a product that it names does not exist
   * @throws CustomerException.NotFound if a customer whom it names does not exist
   * @throws CommissionException.NameTaken if another rule that is not archived has the name
   */
  public Commission create(
      CallContext context,
      @Nullable UUID partnerId,
      CommissionDetails details,
      EffectivePeriod period,
      RuleDraft draft) {
    if (partnerId != null) {
      partners.getOpen(context.scope(), partnerId);
    }
    refuseUnknown(context.scope(), draft.scope());
    Commission rule = new Commission(context, partnerId, details);
    rules.add(context.scope(), rule);
    RuleVersion version =
        rules.add(context, new CommissionVersion(context, rule.id(), 1, period, draft), draft);
    Map<String, @Nullable Object> after = new LinkedHashMap<>(rule.auditState());
    after.putAll(version.auditState());
    audit.record(context, "partner_commission.created", rule.id(), null, after);
    return rule;
  }

  /**
   * The rule with an identifier.
   *
   * @throws CommissionException.NotFound if the tenant has none
   */
  public Commission get(TenantScope scope, UUID id) {
    return rules.find(scope, id).orElseThrow(CommissionException.NotFound::new);
  }

  /** What a rule said in a version; empty: the tenant has none, or the caller does not see it. */
  public Optional<RuleVersion> version(TenantScope scope, UUID versionId) {
    return rules.version(scope, versionId);
  }

  /** A page of rules, newest first. */
  public Page<Commission> list(TenantScope scope, CommissionFilter filter, PageRequest page) {
    return rules.list(scope, filter, page);
  }

  /**
   * What each of some rules was said to be last, which may count only later.
   *
   * @param ids the rules; those that do not exist are left out
   */
  public Map<UUID, RuleVersion> lastVersions(TenantScope scope, Collection<UUID> ids) {
    return rules.last(scope, ids);
  }

  /**
   * A page of the versions of a rule, newest first.
   *
   * @throws CommissionException.NotFound if the tenant has no such rule
   */
  public Page<RuleVersion> versions(TenantScope scope, UUID id, PageRequest page) {
    get(scope, id);
    return rules.versions(scope, id, page);
  }

  /**
   * Changes what a rule is called and how strong it is. A change of nothing writes nothing.
   *
   * @param expectedVersion version that the caller has read
   * @param edit gives the new details from the present ones
   * @throws CommissionException if there is no such rule, it is archived, or the name is taken
   * @throws VersionConflictException if the rule was changed meanwhile
   */
  public Commission change(
      CallContext context, UUID id, int expectedVersion, UnaryOperator<CommissionDetails> edit) {
    Commission rule = getForChange(context.scope(), id, expectedVersion);
    CommissionDetails present = rule.details();
    CommissionDetails wanted = edit.apply(present);
    if (!wanted.equals(present)) {
      var before = rule.auditState();
      rule.change(wanted, context.at());
      rules.flush(context.scope());
      audit.record(context, "partner_commission.changed", id, before, rule.auditState());
    }
    return rule;
  }

  /**
   * Says anew what a rule says, from an instant on. The version before ends there, unless it ended
   * earlier; what was earned by it stays.
   *
   * @param expectedVersion version that the caller has read
   * @param period when the new version counts
   * @param draft what it says
   * @return the new version
   * @throws CommissionException if there is no such rule, it is archived, or the version would
   *     begin no later than the last one did, or before the end that was set for it
   * @throws ProductException.NotFound if a product that it names does not exist
   * @throws CustomerException.NotFound if a customer whom it names does not exist
   * @throws VersionConflictException if the rule was changed meanwhile
   */
  public RuleVersion sayAnew(
      CallContext context, UUID id, int expectedVersion, EffectivePeriod period, RuleDraft draft) {
    TenantScope scope = context.scope();
    Commission rule = getForChange(scope, id, expectedVersion);
    refuseUnknown(scope, draft.scope());
    // The rule first: whoever changes it at the same time waits here, and is refused.
    rule.sayAnew(context.at());
    rules.flush(scope);
    CommissionVersion last = rules.last(scope, id);
    if (!last.period().from().isBefore(period.from())) {
      throw new CommissionException.VersionTooEarly();
    }
    var before = rules.said(scope, last).auditState();
    // Then the end of the version before, which the next one would overlap.
    last.endAt(period.from());
    rules.flush(scope);
    RuleVersion version =
        rules.add(
            context, new CommissionVersion(context, id, last.number() + 1, period, draft), draft);
    audit.record(context, "partner_commission.said_anew", id, before, version.auditState());
    return version;
  }

  /**
   * Archives a rule: it decides about nothing from then on, and its name is free again. What was
   * earned by it stays, and is reckoned by it to the end.
   *
   * @param expectedVersion version that the caller has read
   * @throws CommissionException if there is no such rule or it is archived already
   * @throws VersionConflictException if the rule was changed meanwhile
   */
  public Commission archive(CallContext context, UUID id, int expectedVersion) {
    Commission rule = getForChange(context.scope(), id, expectedVersion);
    var before = rule.auditState();
    rule.archive(context.at());
    rules.flush(context.scope());
    audit.record(context, "partner_commission.archived", id, before, rule.auditState());
    return rule;
  }

  private Commission getForChange(TenantScope scope, UUID id, int expectedVersion) {
    Commission rule = get(scope, id);
    VersionConflictException.refuseUnlessEqual(expectedVersion, rule.version());
    if (rule.status() == RuleStatus.ARCHIVED) {
      throw new CommissionException.Archived();
    }
    return rule;
  }

  /** What some rules are called; those that do not exist are left out. */
  Map<UUID, String> names(TenantScope scope, Collection<UUID> ids) {
    return rules.names(scope, ids);
  }

  /** What is archived may be named: it was sold, and is still paid for. */
  void refuseUnknown(TenantScope scope, RuleScope named) {
    named.products().forEach(id -> products.get(scope, id));
    named.excludedProducts().forEach(id -> products.get(scope, id));
    named.customers().forEach(id -> customers.get(scope, id));
  }
}
