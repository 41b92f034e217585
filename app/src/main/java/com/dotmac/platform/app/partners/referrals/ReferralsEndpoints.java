package com.dotmac.platform.app.partners.referrals;

import com.dotmac.platform.app.http.DomainProblems;
import com.dotmac.platform.app.http.ProblemCode;
import com.dotmac.platform.domain.customers.CustomerService;
import com.dotmac.platform.domain.partners.PartnerAccountService;
import com.dotmac.platform.domain.partners.PartnerService;
import com.dotmac.platform.domain.partners.referrals.ReferralException;
import com.dotmac.platform.domain.partners.referrals.ReferralService;
import com.dotmac.platform.domain.tenancy.AuditTrail;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import java.util.Map;

/** Builds the door of the referrals feature and puts its resources on the wire. */
public final class ReferralsEndpoints {

  private ReferralsEndpoints() {}

  /**
   * Registers the feature.
   *
   * @param jersey where resources go
   * @param problems where refusals go
   * @param sessions sessions of the database
   * @param customers the door to customers
   * @param audit where acts are recorded
   */
  public static void register(
      JerseyEnvironment jersey,
      DomainProblems problems,
      TenantSessions sessions,
      CustomerService customers,
      AuditTrail audit) {
    problems.add(
        ReferralException.class,
        Map.of(
            ReferralException.NotFound.class, ProblemCode.PARTNER_REFERRAL_NOT_FOUND,
            ReferralException.Known.class, ProblemCode.PARTNER_REFERRAL_KNOWN,
            ReferralException.StepNotAllowed.class, ProblemCode.PARTNER_REFERRAL_STEP_NOT_ALLOWED,
            ReferralException.Closed.class, ProblemCode.PARTNER_REFERRAL_CLOSED,
            ReferralException.ReasonMissing.class, ProblemCode.VALIDATION_FAILED));
    ReferralService referrals =
        new ReferralService(
            sessions,
            new PartnerService(sessions, audit),
            new PartnerAccountService(sessions, customers, audit),
            customers,
            audit);
    jersey.register(new PartnerReferralResource(referrals));
    jersey.register(new PortalReferralResource(referrals));
  }
}
