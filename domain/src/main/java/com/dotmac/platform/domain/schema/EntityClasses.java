package com.dotmac.platform.domain.schema;

import com.dotmac.platform.domain.audit.AuditActivity;
import com.dotmac.platform.domain.billing.catalog.Plan;
import com.dotmac.platform.domain.billing.catalog.PricingRule;
import com.dotmac.platform.domain.billing.catalog.Product;
import com.dotmac.platform.domain.billing.catalog.ProductCategory;
import com.dotmac.platform.domain.billing.credits.CreditNote;
import com.dotmac.platform.domain.billing.credits.CreditNoteApplication;
import com.dotmac.platform.domain.billing.credits.CreditNoteLine;
import com.dotmac.platform.domain.billing.events.BillingEvent;
import com.dotmac.platform.domain.billing.invoices.Invoice;
import com.dotmac.platform.domain.billing.invoices.InvoiceLine;
import com.dotmac.platform.domain.billing.payments.Payment;
import com.dotmac.platform.domain.billing.payments.PaymentAllocation;
import com.dotmac.platform.domain.billing.payments.PaymentAllocationReversal;
import com.dotmac.platform.domain.billing.payments.PaymentDispute;
import com.dotmac.platform.domain.billing.payments.PaymentMethod;
import com.dotmac.platform.domain.billing.payments.PaymentRefund;
import com.dotmac.platform.domain.billing.payments.PaymentTarget;
import com.dotmac.platform.domain.billing.subscriptions.Subscription;
import com.dotmac.platform.domain.billing.subscriptions.SubscriptionCharge;
import com.dotmac.platform.domain.communications.Message;
import com.dotmac.platform.domain.customers.Customer;
import com.dotmac.platform.domain.customers.CustomerContact;
import com.dotmac.platform.domain.identity.ApiKey;
import com.dotmac.platform.domain.identity.Role;
import com.dotmac.platform.domain.identity.User;
import com.dotmac.platform.domain.identity.UserIdentity;
import com.dotmac.platform.domain.identity.UserRole;
import com.dotmac.platform.domain.identity.links.UserToken;
import com.dotmac.platform.domain.identity.secondfactor.UserBackupCode;
import com.dotmac.platform.domain.identity.secondfactor.UserSecondFactor;
import com.dotmac.platform.domain.identity.signin.UserPassword;
import com.dotmac.platform.domain.identity.signin.UserSession;
import com.dotmac.platform.domain.partners.Partner;
import com.dotmac.platform.domain.partners.PartnerAccount;
import com.dotmac.platform.domain.partners.PartnerSettings;
import com.dotmac.platform.domain.partners.PartnerTierMove;
import com.dotmac.platform.domain.partners.PartnerUser;
import com.dotmac.platform.domain.partners.PayoutMinimum;
import com.dotmac.platform.domain.partners.commissions.CommissionEvent;
import com.dotmac.platform.domain.partners.commissions.CommissionPool;
import com.dotmac.platform.domain.partners.commissions.CommissionTerms;
import com.dotmac.platform.domain.partners.exports.PartnerExport;
import com.dotmac.platform.domain.partners.ledger.LedgerEntry;
import com.dotmac.platform.domain.partners.ledger.LedgerTransaction;
import com.dotmac.platform.domain.partners.onboarding.PartnerApplication;
import com.dotmac.platform.domain.partners.onboarding.PartnerInvitation;
import com.dotmac.platform.domain.partners.payouts.PayeeAccount;
import com.dotmac.platform.domain.partners.payouts.PayerAccount;
import com.dotmac.platform.domain.partners.payouts.Payout;
import com.dotmac.platform.domain.partners.payouts.PayoutBatch;
import com.dotmac.platform.domain.partners.payouts.PayoutLine;
import com.dotmac.platform.domain.partners.referrals.PartnerReferral;
import com.dotmac.platform.domain.partners.rules.Commission;
import com.dotmac.platform.domain.partners.rules.CommissionScope;
import com.dotmac.platform.domain.partners.rules.CommissionTier;
import com.dotmac.platform.domain.partners.rules.CommissionVersion;
import com.dotmac.platform.domain.partners.statements.PartnerStatement;
import com.dotmac.platform.domain.partners.statements.PartnerStatementPeriod;
import com.dotmac.platform.domain.partners.tiers.TierDemand;
import com.dotmac.platform.domain.partners.tiers.TierSettings;
import com.dotmac.platform.domain.tenancy.Tenant;
import java.util.List;

/**
 * All entities, by name.
 *
 * <p>A class that is missing here has no table as far as the application knows, which is how six
 * partner tables once went missing. A test scans the class path and names whoever is not on the
 * list.
 */
public final class EntityClasses {

  /** Each class that carries {@code @Entity}. */
  public static final List<Class<?>> ALL =
      List.of(
          ApiKey.class,
          AuditActivity.class,
          BillingEvent.class,
          Commission.class,
          CommissionEvent.class,
          CommissionPool.class,
          CommissionScope.class,
          CommissionTerms.class,
          CommissionTier.class,
          CommissionVersion.class,
          CreditNote.class,
          CreditNoteApplication.class,
          CreditNoteLine.class,
          Customer.class,
          CustomerContact.class,
          Invoice.class,
          InvoiceLine.class,
          LedgerEntry.class,
          LedgerTransaction.class,
          Message.class,
          Partner.class,
          PartnerAccount.class,
          PartnerApplication.class,
          PartnerExport.class,
          PartnerInvitation.class,
          PartnerReferral.class,
          PartnerSettings.class,
          PartnerStatement.class,
          PartnerStatementPeriod.class,
          PartnerTierMove.class,
          PartnerUser.class,
          PayeeAccount.class,
          PayerAccount.class,
          Payment.class,
          PaymentAllocation.class,
          PaymentAllocationReversal.class,
          PaymentDispute.class,
          PaymentMethod.class,
          PaymentRefund.class,
          PaymentTarget.class,
          Payout.class,
          PayoutBatch.class,
          PayoutLine.class,
          PayoutMinimum.class,
          Plan.class,
          PricingRule.class,
          Product.class,
          ProductCategory.class,
          Role.class,
          Subscription.class,
          SubscriptionCharge.class,
          Tenant.class,
          TierDemand.class,
          TierSettings.class,
          User.class,
          UserBackupCode.class,
          UserIdentity.class,
          UserPassword.class,
          UserRole.class,
          UserSecondFactor.class,
          UserSession.class,
          UserToken.class);

  private EntityClasses() {}
}
