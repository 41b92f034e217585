package com.dotmac.platform.app.partners.portal;

import com.dotmac.platform.app.identity.LinkSetUp;
import com.dotmac.platform.domain.customers.CustomerService;
import com.dotmac.platform.domain.partners.PartnerAccountService;
import com.dotmac.platform.domain.partners.PartnerService;
import com.dotmac.platform.domain.partners.PartnerTeamService;
import com.dotmac.platform.domain.partners.PartnerUserService;
import com.dotmac.platform.domain.partners.onboarding.PartnerInvitationService;
import com.dotmac.platform.domain.partners.portal.PartnerDashboardService;
import com.dotmac.platform.domain.partners.referrals.ReferralService;
import com.dotmac.platform.domain.tenancy.AuditTrail;
import com.dotmac.platform.domain.tenancy.TenantService;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import io.dropwizard.jersey.setup.JerseyEnvironment;

/** Puts the portal of partners on the wire. */
public final class PortalEndpoints {

  private PortalEndpoints() {}

  /**
   * Registers it. Its refusals are those of the partners feature, which are registered there.
   *
   * @param jersey where resources go
   * @param sessions sessions of the database
   * @param tenants knows the zone
   * @param customers the door to customers
   * @param invitations the door to invitations
   * @param setUp whether links can be mailed
   * @param audit where acts are recorded
   */
  public static void register(
      JerseyEnvironment jersey,
      TenantSessions sessions,
      TenantService tenants,
      CustomerService customers,
      PartnerInvitationService invitations,
      LinkSetUp setUp,
      AuditTrail audit) {
    PartnerService partners = new PartnerService(sessions, audit);
    PartnerAccountService accounts = new PartnerAccountService(sessions, customers, audit);
    ReferralService referrals = new ReferralService(sessions, partners, accounts, customers, audit);
    jersey.register(new PortalProfileResource(partners));
    jersey.register(new PortalAccountResource(accounts, customers));
    jersey.register(
        new PortalDashboardResource(
            new PartnerDashboardService(sessions, tenants, accounts, referrals)));
    jersey.register(new PortalInvitationResource(invitations, setUp));
    jersey.register(
        new PortalTeamResource(new PartnerTeamService(new PartnerUserService(sessions, audit))));
  }
}
