package com.dotmac.platform.app.partners.onboarding;

import com.dotmac.platform.app.identity.PeopleDoors;
import com.dotmac.platform.app.jobs.Jobs;
import com.dotmac.platform.domain.communications.MessageService;
import com.dotmac.platform.domain.partners.PartnerService;
import com.dotmac.platform.domain.partners.PartnerUserService;
import com.dotmac.platform.domain.partners.onboarding.PartnerApplicationService;
import com.dotmac.platform.domain.partners.onboarding.PartnerInvitationService;
import com.dotmac.platform.domain.partners.onboarding.PartnerInvitationUseService;
import com.dotmac.platform.domain.tenancy.AuditTrail;
import com.dotmac.platform.domain.tenancy.TenantService;
import com.dotmac.platform.domain.tenancy.TenantSessions;

/**
 * The doors by which partners and their people come aboard.
 *
 * @param out invitations on their way
 * @param back invitations that come back
 * @param applications applications
 */
public record OnboardingDoors(
    PartnerInvitationService out,
    PartnerInvitationUseService back,
    PartnerApplicationService applications) {

  /**
   * Doors for the sessions of one database.
   *
   * @param sessions where the current session comes from
   * @param tenants the door to tenants
   * @param people the doors to people
   * @param messages writes the mails
   * @param jobs where the end of an invitation is planned
   * @param audit where acts are recorded
   */
  public static OnboardingDoors of(
      TenantSessions sessions,
      TenantService tenants,
      PeopleDoors people,
      MessageService messages,
      Jobs jobs,
      AuditTrail audit) {
    PartnerUserService ofPartners = new PartnerUserService(sessions, audit);
    PartnerInvitationService out =
        new PartnerInvitationService(
            sessions,
            ofPartners,
            messages,
            (scope, id, at) ->
                jobs.plan(InvitationEnd.KIND, new InvitationEnd(scope.tenantId(), id), at),
            audit);
    return new OnboardingDoors(
        out,
        new PartnerInvitationUseService(
            sessions, tenants, people.users(), people.passwords(), ofPartners, audit),
        new PartnerApplicationService(
            sessions, tenants, new PartnerService(sessions, audit), out, messages, audit));
  }
}
