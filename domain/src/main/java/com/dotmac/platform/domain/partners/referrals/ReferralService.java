package com.dotmac.platform.domain.partners.referrals;

import com.dotmac.platform.domain.customers.Customer;
import com.dotmac.platform.domain.customers.CustomerDetails;
import com.dotmac.platform.domain.customers.CustomerException;
import com.dotmac.platform.domain.customers.CustomerService;
import com.dotmac.platform.domain.partners.PartnerAccount;
import com.dotmac.platform.domain.partners.PartnerAccountDetails;
import com.dotmac.platform.domain.partners.PartnerAccountException;
import com.dotmac.platform.domain.partners.PartnerAccountService;
import com.dotmac.platform.domain.partners.PartnerException;
import com.dotmac.platform.domain.partners.PartnerService;
import com.dotmac.platform.domain.shared.Page;
import com.dotmac.platform.domain.shared.PageRequest;
import com.dotmac.platform.domain.shared.VersionConflictException;
import com.dotmac.platform.domain.tenancy.AuditTrail;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The door to referrals, for the tenant and, in the scope of a partner, for his people. */
public final class ReferralService {

  /** How a partner serves a customer who came of a referral. */
  static final String ENGAGEMENT = "referral";

  private final ReferralRepository referrals;
  private final PartnerService partners;
  private final PartnerAccountService accounts;
  private final CustomerService customers;
  private final AuditTrail audit;

  /**
   * A door for the sessions of one database.
   *
   * @param sessions where the current session comes from
   * @param partners tells who may refer
   * @param accounts gives customers to partners
   * @param customers makes customers of prospects
   * @param audit where acts are recorded
   */
  public ReferralService(
      TenantSessions sessions,
      PartnerService partners,
      PartnerAccountService accounts,
      CustomerService customers,
      AuditTrail audit) {
    referrals = new ReferralRepository(sessions);
    this.partners = partners;
    this.accounts = accounts;
    this.customers = customers;
    this.audit = audit;
  }

  /**
   * Names a prospect. For as long as the tenant has settled nobody else can.
   *
   * @throws PartnerException if the tenant has no such partner, or he is not active
   * @throws ReferralException.Known if an open referral that is protected is about the same
   *     address, or the same company and domain, or the tenant has such a customer
   */
  public PartnerReferral submit(CallContext context, UUID partnerId, ReferralDetails details) {
    TenantScope scope = context.scope();
    partners.requireActive(scope, partnerId);
    refuseIfCustomer(scope, details);
    PartnerReferral referral =
        new PartnerReferral(
            context, partnerId, details, context.at().plus(referrals.protection(scope)));
    referrals.add(scope, referral);
    audit.record(context, "partner_referral.submitted", referral.id(), null, referral.auditState());
    return referral;
  }

  /**
   * Changes what is said of the prospect of an open referral.
   *
   * @param expectedVersion version that the caller has read
   * @param edit gives the new details from the present ones
   * @throws ReferralException if there is no such referral, it is closed, or the prospect that it
   *     would be about is known
   * @throws VersionConflictException if it was changed meanwhile
   */
  public PartnerReferral change(
      CallContext context, UUID id, int expectedVersion, UnaryOperator<ReferralDetails> edit) {
    PartnerReferral referral = getForChange(context.scope(), id, expectedVersion);
    if (ReferralStates.isClosed(referral.status())) {
      throw new ReferralException.Closed();
    }
    ReferralDetails present = referral.details();
    ReferralDetails wanted = edit.apply(present);
    if (!wanted.equals(present)) {
      if (isOtherProspect(present, wanted)) {
        refuseIfCustomer(context.scope(), wanted);
      }
      var before = referral.auditState();
      referral.change(wanted, context.at());
      referrals.flush(context.scope());
      audit.record(context, "partner_referral.changed", id, before, referral.auditState());
    }
    return referral;
  }

  private static boolean isOtherProspect(ReferralDetails present, ReferralDetails wanted) {
    return !wanted.email().equals(present.email())
        || !Objects.equals(wanted.companyName(), present.companyName());
  }

  /**
   * Takes a step that makes no customer.
   *
   * @param context says why, where the step ends the referral
   * @param expectedVersion version that the caller has read
   * @param next any state but converted
   * @throws ReferralException if there is no such referral, the step is not allowed, or it ends the
   *     referral without a reason
   * @throws VersionConflictException if it was changed meanwhile
   */
  public PartnerReferral step(
      CallContext context, UUID id, int expectedVersion, ReferralStatus next) {
    if (next == ReferralStatus.CONVERTED) {
      throw new IllegalArgumentException("A referral is converted with a customer");
    }
    PartnerReferral referral = getForChange(context.scope(), id, expectedVersion);
    if (ReferralStates.isClosed(next) && context.reason() == null) {
      throw new ReferralException.ReasonMissing();
    }
    return become(context, referral, next);
  }

  /**
   * Makes a customer of the prospect, whom the partner looks after from now on. That happens once:
   * whoever comes second finds the referral converted, or the customer looked after.
   *
   * @param expectedVersion version that the caller has read
   * @param customerId the customer whom the prospect became; {@code null}: a new one is made
   * @throws ReferralException if there is no such referral, or it is not qualified
   * @throws PartnerException.NotActive if the partner is not at work
   * @throws CustomerException if the tenant has no such customer, or he is archived
   * @throws PartnerAccountException.CustomerTaken if a partner looks after the customer
   * @throws VersionConflictException if it was changed meanwhile
   */
  public PartnerReferral convert(
      CallContext context, UUID id, int expectedVersion, @Nullable UUID customerId) {
    PartnerReferral referral = getForChange(context.scope(), id, expectedVersion);
    ReferralStates.check(referral.status(), ReferralStatus.CONVERTED);
    UUID customer = customerId == null ? customerOf(context, referral).id() : customerId;
    PartnerAccount account =
        accounts.assign(
            context,
            referral.partnerId(),
            customer,
            new PartnerAccountDetails(ENGAGEMENT, null, null));
    referral.leadsTo(customer, account.id());
    return become(context, referral, ReferralStatus.CONVERTED);
  }

  private Customer customerOf(CallContext context, PartnerReferral referral) {
    ReferralDetails details = referral.details();
    String name = Objects.requireNonNullElse(details.companyName(), details.contactName());
    return customers.create(context, new CustomerDetails(name, details.email(), null, null));
  }

  private PartnerReferral become(
      CallContext context, PartnerReferral referral, ReferralStatus next) {
    var before = referral.auditState();
    referral.become(next, context);
    referrals.flush(context.scope());
    audit.record(
        context, "partner_referral." + next.code(), referral.id(), before, referral.auditState());
    return referral;
  }

  /**
   * One referral that the caller sees.
   *
   * @throws ReferralException.NotFound if there is none
   */
  public PartnerReferral get(TenantScope scope, UUID id) {
    return referrals.find(scope, id).orElseThrow(ReferralException.NotFound::new);
  }

  /** How many referrals of a partner are not closed. */
  public long countOpen(TenantScope scope, UUID partnerId) {
    return referrals.countOpen(scope, partnerId);
  }

  /**
   * One referral of a partner.
   *
   * @throws ReferralException.NotFound if the partner has none such
   */
  public PartnerReferral getOf(TenantScope scope, UUID partnerId, UUID id) {
    return referrals
        .find(scope, id)
        .filter(referral -> referral.partnerId().equals(partnerId))
        .orElseThrow(ReferralException.NotFound::new);
  }

  /** A page of the referrals that the caller sees, newest first. */
  public Page<PartnerReferral> list(TenantScope scope, ReferralFilter filter, PageRequest page) {
    return referrals.list(scope, filter, page);
  }

  private void refuseIfCustomer(TenantScope scope, ReferralDetails details) {
    if (referrals.isCustomer(scope, details)) {
      throw new ReferralException.Known();
    }
  }

  private PartnerReferral getForChange(TenantScope scope, UUID id, int expectedVersion) {
    PartnerReferral referral = get(scope, id);
    VersionConflictException.refuseUnlessEqual(expectedVersion, referral.version());
    return referral;
  }
}
