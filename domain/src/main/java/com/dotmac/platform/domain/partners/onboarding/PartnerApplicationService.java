package com.dotmac.platform.domain.partners.onboarding;

import com.dotmac.platform.domain.communications.MessageDraft;
import com.dotmac.platform.domain.communications.MessageException;
import com.dotmac.platform.domain.communications.MessageService;
import com.dotmac.platform.domain.communications.MessageTemplate;
import com.dotmac.platform.domain.communications.Recipient;
import com.dotmac.platform.domain.partners.CommissionModel;
import com.dotmac.platform.domain.partners.Partner;
import com.dotmac.platform.domain.partners.PartnerDetails;
import com.dotmac.platform.domain.partners.PartnerException;
import com.dotmac.platform.domain.partners.PartnerRole;
import com.dotmac.platform.domain.partners.PartnerService;
import com.dotmac.platform.domain.partners.PartnerTier;
import com.dotmac.platform.domain.shared.Page;
import com.dotmac.platform.domain.shared.PageRequest;
import com.dotmac.platform.domain.shared.VersionConflictException;
import com.dotmac.platform.domain.tenancy.AuditTrail;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantService;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import com.dotmac.platform.domain.tenancy.TenantStatus;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The door to applications: send one in, decide it. Each step mails the applicant. */
public final class PartnerApplicationService {

  private final PartnerApplicationRepository applications;
  private final TenantService tenants;
  private final PartnerService partners;
  private final PartnerInvitationService invitations;
  private final MessageService messages;
  private final AuditTrail audit;

  /**
   * A door for the sessions of one database.
   *
   * @param sessions where the current session comes from
   * @param tenants tells who may take part
   * @param partners makes partners
   * @param invitations invites their owners
   * @param messages writes the mails
   * @param audit where acts are recorded
   */
  public PartnerApplicationService(
      TenantSessions sessions,
      TenantService tenants,
      PartnerService partners,
      PartnerInvitationService invitations,
      MessageService messages,
      AuditTrail audit) {
    applications = new PartnerApplicationRepository(sessions);
    this.tenants = tenants;
    this.partners = partners;
    this.invitations = invitations;
    this.messages = messages;
    this.audit = audit;
  }

  /**
   * Sends an application in.
   *
   * @return the application, pending
   * @throws PartnerApplicationException.Closed if the tenant takes none
   * @throws PartnerApplicationException.Open if one with the address waits
   * @throws MessageException.InvalidRecipient if the address is not that of a mailbox
   */
  public PartnerApplication submit(CallContext context, PartnerApplicationDetails details) {
    TenantScope scope = context.scope();
    if (!applications.areOpen(scope) || tenants.get(scope).status() != TenantStatus.ACTIVE) {
      throw new PartnerApplicationException.Closed();
    }
    PartnerApplication application = new PartnerApplication(context, details);
    applications.add(scope, application);
    audit.record(
        context, "partner_application.submitted", application.id(), null, application.auditState());
    mail(context, application, MessageTemplate.PARTNER_APPLICATION_RECEIVED);
    return application;
  }

  /**
   * Makes the applicant a partner, active, and invites whoever applied to be his owner.
   *
   * @param context may say why
   * @param expectedVersion version that the caller has read
   * @throws PartnerApplicationException if there is no such application, or it was decided
   * @throws PartnerException.CompanyNameTaken if a partner has the name of the company
   * @throws VersionConflictException if it was changed meanwhile
   */
  public PartnerApplication approve(CallContext context, UUID id, int expectedVersion) {
    PartnerApplication application = getForChange(context.scope(), id, expectedVersion);
    var before = application.auditState();
    Partner partner = partners.create(context, details(application.details()));
    partners.activate(context, partner.id(), partner.version());
    application.approve(partner.id(), context);
    applications.flush(context.scope());
    audit.record(context, "partner_application.approved", id, before, application.auditState());
    mail(context, application, MessageTemplate.PARTNER_APPLICATION_APPROVED);
    invitations.invite(
        context, partner.id(), application.details().email(), PartnerRole.PARTNER_OWNER);
    return application;
  }

  /**
   * Declines an application. The same address may apply again.
   *
   * @param context says why
   * @param expectedVersion version that the caller has read
   * @throws PartnerApplicationException if there is no such application, or it was decided
   * @throws VersionConflictException if it was changed meanwhile
   */
  public PartnerApplication reject(CallContext context, UUID id, int expectedVersion) {
    PartnerApplication application = getForChange(context.scope(), id, expectedVersion);
    var before = application.auditState();
    application.reject(context);
    applications.flush(context.scope());
    audit.record(context, "partner_application.rejected", id, before, application.auditState());
    mail(context, application, MessageTemplate.PARTNER_APPLICATION_REJECTED);
    return application;
  }

  /**
   * One application.
   *
   * @throws PartnerApplicationException.NotFound if the tenant has no such application
   */
  public PartnerApplication get(TenantScope scope, UUID id) {
    return applications.find(scope, id).orElseThrow(PartnerApplicationException.NotFound::new);
  }

  /**
   * A page of applications, newest first.
   *
   * @param status only these; {@code null}: all
   */
  public Page<PartnerApplication> list(
      TenantScope scope, @Nullable PartnerApplicationStatus status, PageRequest page) {
    return applications.list(scope, status, page);
  }

  private PartnerApplication getForChange(TenantScope scope, UUID id, int expectedVersion) {
    PartnerApplication application = get(scope, id);
    VersionConflictException.refuseUnlessEqual(expectedVersion, application.version());
    if (application.status() != PartnerApplicationStatus.PENDING) {
      throw new PartnerApplicationException.Decided();
    }
    return application;
  }

  private void mail(CallContext context, PartnerApplication application, MessageTemplate words) {
    PartnerApplicationDetails details = application.details();
    messages.write(
        context,
        new MessageDraft(words, new Recipient(details.email(), details.contactName()), null, null));
  }

  private static PartnerDetails details(PartnerApplicationDetails said) {
    return new PartnerDetails(
        said.companyName(),
        null,
        said.website(),
        PartnerTier.BRONZE,
        CommissionModel.REVENUE_SHARE,
        null,
        said.email(),
        null,
        said.phone(),
        null,
        null,
        Map.of());
  }
}
