package com.dotmac.platform.domain.partners.onboarding;

import com.dotmac.platform.domain.identity.User;
import com.dotmac.platform.domain.identity.UserDetails;
import com.dotmac.platform.domain.identity.UserException;
import com.dotmac.platform.domain.identity.UserService;
import com.dotmac.platform.domain.identity.links.LinkException;
import com.dotmac.platform.domain.identity.links.LinkToken;
import com.dotmac.platform.domain.identity.signin.HashedPassword;
import com.dotmac.platform.domain.identity.signin.PasswordService;
import com.dotmac.platform.domain.partners.PartnerUser;
import com.dotmac.platform.domain.partners.PartnerUserDetails;
import com.dotmac.platform.domain.partners.PartnerUserException;
import com.dotmac.platform.domain.partners.PartnerUserService;
import com.dotmac.platform.domain.tenancy.Actor;
import com.dotmac.platform.domain.tenancy.AuditTrail;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantService;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import com.dotmac.platform.domain.tenancy.TenantStatus;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The door to invitations that come back. Login, person of the partner and the end of the
 * invitation are made in one transaction. Whatever is wrong with a link, the refusal is the same.
 */
public final class PartnerInvitationUseService {

  private final PartnerInvitationRepository invitations;
  private final TenantService tenants;
  private final UserService users;
  private final PasswordService passwords;
  private final PartnerUserService people;
  private final AuditTrail audit;

  /**
   * A door for the sessions of one database.
   *
   * @param sessions where the current session comes from
   * @param tenants tells who may take part
   * @param users makes logins
   * @param passwords sets what was chosen
   * @param people makes people of a partner
   * @param audit where acts are recorded
   */
  public PartnerInvitationUseService(
      TenantSessions sessions,
      TenantService tenants,
      UserService users,
      PasswordService passwords,
      PartnerUserService people,
      AuditTrail audit) {
    invitations = new PartnerInvitationRepository(sessions);
    this.tenants = tenants;
    this.users = users;
    this.passwords = passwords;
    this.people = people;
    this.audit = audit;
  }

  /**
   * Looks whether a link is good for a stranger, before anything dear is done for it, and uses
   * nothing up.
   *
   * @param scope tenant that the token claims
   * @param text what the caller presented
   * @param at instant of the request
   * @return the address that is invited
   * @throws LinkException.Refused if it is not good
   * @throws PartnerInvitationException.LoginExists if the address has a login
   */
  public String look(TenantScope scope, String text, Instant at) {
    LinkToken presented = parse(scope, text);
    PartnerInvitation invitation =
        good(scope, presented, at, invitations.find(scope, presented.id()));
    refuseIfLogin(scope, invitation);
    return invitation.email();
  }

  /**
   * Makes a login for a stranger who was invited, and has him act for the partner. His address is
   * verified: he has its mail.
   *
   * @param scope tenant that the token claims
   * @param text what the caller presented
   * @param firstName what he is called
   * @param lastName likewise
   * @param password hashed for the address that {@link #look} found
   * @param at instant of the request
   * @param requestId request that presents it; {@code null} outside HTTP
   * @return the login
   * @throws LinkException.Refused if the link is not good
   * @throws PartnerInvitationException.LoginExists if the address has a login
   * @throws UserException.EmailTaken if it got one in this moment
   * @throws PartnerUserException.EmailTaken if a person of the partner with a login has the address
   */
  public User accept(
      TenantScope scope,
      String text,
      String firstName,
      String lastName,
      HashedPassword password,
      Instant at,
      @Nullable String requestId) {
    PartnerInvitation invitation = held(scope, text, at);
    refuseIfLogin(scope, invitation);
    CallContext arrival =
        new CallContext(scope, Actor.system("partner-invitations"), at, null, requestId);
    User user =
        users.register(arrival, new UserDetails(invitation.email(), firstName + " " + lastName));
    CallContext context = new CallContext(scope, user.actor(), at, null, requestId);
    passwords.set(context, user.id(), password);
    users.verifyEmail(context, user);
    seat(context, invitation, firstName, lastName, user.id());
    return user;
  }

  /**
   * Has somebody who signed in act for the partner who invited his address.
   *
   * @param context the person himself
   * @param userId likewise
   * @param text what the caller presented
   * @param firstName what he is called
   * @param lastName likewise
   * @return the person of the partner
   * @throws LinkException.Refused if the link is not good, or is for another address
   * @throws PartnerUserException.EmailTaken if a person of the partner with a login has the address
   */
  public PartnerUser join(
      CallContext context, UUID userId, String text, String firstName, String lastName) {
    User user = users.getHeld(context.scope(), userId);
    PartnerInvitation invitation = held(context.scope(), text, context.at());
    if (!invitation.email().equals(user.email())) {
      throw new LinkException.Refused();
    }
    users.verifyEmail(context, user);
    return seat(context, invitation, firstName, lastName, userId);
  }

  private PartnerUser seat(
      CallContext context,
      PartnerInvitation invitation,
      String firstName,
      String lastName,
      UUID userId) {
    PartnerUser person =
        people.admit(
            context,
            invitation.partnerId(),
            new PartnerUserDetails(
                firstName, lastName, invitation.email(), invitation.role(), false, userId));
    var before = invitation.auditState();
    invitation.accept(person.id(), context.at());
    invitations.flush(context.scope());
    audit.record(
        context, "partner_invitation.accepted", invitation.id(), before, invitation.auditState());
    return person;
  }

  private void refuseIfLogin(TenantScope scope, PartnerInvitation invitation) {
    if (users.findByEmail(scope, invitation.email()).isPresent()) {
      throw new PartnerInvitationException.LoginExists();
    }
  }

  private PartnerInvitation held(TenantScope scope, String text, Instant at) {
    LinkToken presented = parse(scope, text);
    return good(scope, presented, at, invitations.findHeld(scope, presented.id()));
  }

  private PartnerInvitation good(
      TenantScope scope, LinkToken presented, Instant at, Optional<PartnerInvitation> found) {
    return found
        .filter(one -> one.opensWith(presented, at))
        .filter(one -> tenants.get(scope).status() == TenantStatus.ACTIVE)
        .filter(one -> people.isOpenTo(scope, one.partnerId()))
        .orElseThrow(LinkException.Refused::new);
  }

  private static LinkToken parse(TenantScope scope, String text) {
    return LinkToken.parse(text)
        .filter(token -> token.tenantId().equals(scope.tenantId()))
        .orElseThrow(LinkException.Refused::new);
  }
}
