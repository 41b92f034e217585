package com.dotmac.platform.domain.partners.onboarding;

import com.dotmac.platform.domain.communications.MessageDraft;
import com.dotmac.platform.domain.communications.MessageException;
import com.dotmac.platform.domain.communications.MessageService;
import com.dotmac.platform.domain.communications.MessageTemplate;
import com.dotmac.platform.domain.communications.Recipient;
import com.dotmac.platform.domain.identity.links.LinkToken;
import com.dotmac.platform.domain.partners.PartnerException;
import com.dotmac.platform.domain.partners.PartnerRole;
import com.dotmac.platform.domain.partners.PartnerUserException;
import com.dotmac.platform.domain.partners.PartnerUserService;
import com.dotmac.platform.domain.sealing.SealingException;
import com.dotmac.platform.domain.shared.EmailAddress;
import com.dotmac.platform.domain.shared.Page;
import com.dotmac.platform.domain.shared.PageRequest;
import com.dotmac.platform.domain.shared.VersionConflictException;
import com.dotmac.platform.domain.tenancy.Actor;
import com.dotmac.platform.domain.tenancy.AuditTrail;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The door to invitations on their way: who is invited to act for a partner, and the mail. */
public final class PartnerInvitationService {

  private static final Duration MEMORY = Duration.ofDays(1);
  private static final int MOST = 5;

  private final PartnerInvitationRepository invitations;
  private final PartnerUserService people;
  private final MessageService messages;
  private final InvitationExpiry expiry;
  private final AuditTrail audit;

  /**
   * A door for the sessions of one database.
   *
   * @param sessions where the current session comes from
   * @param people tells who acts for a partner
   * @param messages writes the mails
   * @param expiry has the end of an invitation's time noted
   * @param audit where acts are recorded
   */
  public PartnerInvitationService(
      TenantSessions sessions,
      PartnerUserService people,
      MessageService messages,
      InvitationExpiry expiry,
      AuditTrail audit) {
    invitations = new PartnerInvitationRepository(sessions);
    this.people = people;
    this.messages = messages;
    this.expiry = expiry;
    this.audit = audit;
  }

  /**
   * Invites somebody to act for a partner: a stranger, or a person of the partner who has no login
   * yet.
   *
   * @param email whom, in any case
   * @param role what he is to be
   * @return the invitation, pending and mailed
   * @throws PartnerException if the tenant has no such partner, or he is archived
   * @throws PartnerUserException.EmailTaken if a person of the partner with a login has the address
   * @throws PartnerInvitationException if the address is invited, or was mailed too often
   * @throws MessageException.InvalidRecipient if the address is not that of a mailbox
   * @throws SealingException.NotConfigured if there is no key to seal the link with
   */
  public PartnerInvitation invite(
      CallContext context, UUID partnerId, String email, PartnerRole role) {
    TenantScope scope = context.scope();
    String address = EmailAddress.required(email);
    people.refuseUnlessInvitable(scope, partnerId, address);
    invitations
        .findPending(scope, partnerId, address)
        .ifPresent(earlier -> makeWay(context, earlier));
    refuseIfMailedTooOften(scope, partnerId, address, context.at());
    PartnerInvitation invitation = new PartnerInvitation(context, partnerId, address, role);
    LinkToken link = invitation.mail(context.at());
    invitations.add(scope, invitation);
    audit.record(
        context, "partner_invitation.sent", invitation.id(), null, invitation.auditState());
    write(context, invitation, link);
    return invitation;
  }

  /** One that is good stands in the way; one whose time is over is noted as that. */
  private void makeWay(CallContext context, PartnerInvitation earlier) {
    if (earlier.statusAt(context.at()) == PartnerInvitationStatus.PENDING) {
      throw new PartnerInvitationException.Open();
    }
    noteExpired(context, earlier);
  }

  /**
   * Mails an invitation anew, with another link, good for seven days. The one before opens nothing
   * any more.
   *
   * @param expectedVersion version that the caller has read
   * @throws PartnerInvitationException if there is none, it is not pending, or the address was
   *     mailed too often
   * @throws VersionConflictException if it was changed meanwhile
   * @throws SealingException.NotConfigured if there is no key to seal the link with
   */
  public PartnerInvitation resend(
      CallContext context, UUID partnerId, UUID id, int expectedVersion) {
    PartnerInvitation invitation = getForChange(context, partnerId, id, expectedVersion);
    refuseIfMailedTooOften(context.scope(), partnerId, invitation.email(), context.at());
    var before = invitation.auditState();
    LinkToken link = invitation.mail(context.at());
    invitations.flush(context.scope());
    audit.record(context, "partner_invitation.resent", id, before, invitation.auditState());
    write(context, invitation, link);
    return invitation;
  }

  /**
   * Takes an invitation back: its link opens nothing any more.
   *
   * @param expectedVersion version that the caller has read
   * @throws PartnerInvitationException if there is none, or it is not pending
   * @throws VersionConflictException if it was changed meanwhile
   */
  public PartnerInvitation revoke(
      CallContext context, UUID partnerId, UUID id, int expectedVersion) {
    PartnerInvitation invitation = getForChange(context, partnerId, id, expectedVersion);
    var before = invitation.auditState();
    invitation.end(PartnerInvitationStatus.REVOKED, context.at());
    invitations.flush(context.scope());
    audit.record(context, "partner_invitation.revoked", id, before, invitation.auditState());
    return invitation;
  }

  /**
   * Notes that the time of an invitation is over, if it is and nothing ended it before.
   *
   * @param scope tenant of the invitation
   * @param id the invitation
   * @param now instant of the note
   * @return whether it was noted
   */
  public boolean expire(TenantScope scope, UUID id, Instant now) {
    CallContext context =
        new CallContext(scope, Actor.system("partner-invitations"), now, null, null);
    return invitations
        .findHeld(scope, id)
        .filter(one -> one.endedAt() == null)
        .filter(one -> one.statusAt(context.at()) == PartnerInvitationStatus.EXPIRED)
        .map(
            one -> {
              noteExpired(context, one);
              return true;
            })
        .orElse(false);
  }

  /**
   * One invitation of a partner.
   *
   * @throws PartnerInvitationException.NotFound if he has no such invitation
   */
  public PartnerInvitation get(TenantScope scope, UUID partnerId, UUID id) {
    return invitations
        .find(scope, id)
        .filter(one -> one.partnerId().equals(partnerId))
        .orElseThrow(PartnerInvitationException.NotFound::new);
  }

  /**
   * A page of the invitations of a partner, newest first.
   *
   * @throws PartnerException.NotFound if the tenant has no such partner
   */
  public Page<PartnerInvitation> list(TenantScope scope, UUID partnerId, PageRequest page) {
    people.refuseUnlessThere(scope, partnerId);
    return invitations.list(scope, partnerId, page);
  }

  private PartnerInvitation getForChange(
      CallContext context, UUID partnerId, UUID id, int expectedVersion) {
    PartnerInvitation invitation = get(context.scope(), partnerId, id);
    VersionConflictException.refuseUnlessEqual(expectedVersion, invitation.version());
    if (invitation.statusAt(context.at()) != PartnerInvitationStatus.PENDING) {
      throw new PartnerInvitationException.Ended();
    }
    return invitation;
  }

  private void noteExpired(CallContext context, PartnerInvitation invitation) {
    var before = invitation.auditState();
    invitation.end(PartnerInvitationStatus.EXPIRED, context.at());
    invitations.flush(context.scope());
    audit.record(
        context, "partner_invitation.expired", invitation.id(), before, invitation.auditState());
  }

  /** Five a day at the most, whoever asks: nobody fills a mailbox from here. */
  private void refuseIfMailedTooOften(
      TenantScope scope, UUID partnerId, String email, Instant now) {
    List<PartnerInvitation> mailed =
        invitations.mailedAfter(scope, partnerId, email, now.minus(MEMORY));
    if (mailed.stream().mapToInt(PartnerInvitation::mailedCount).sum() >= MOST) {
      throw new PartnerInvitationException.MailedTooOften();
    }
  }

  private void write(CallContext context, PartnerInvitation invitation, LinkToken link) {
    messages.write(
        context,
        new MessageDraft(
            MessageTemplate.PARTNER_INVITATION,
            new Recipient(invitation.email(), null),
            link.text(),
            invitation.expiresAt()));
    expiry.plan(context.scope(), invitation.id(), invitation.expiresAt());
  }
}
