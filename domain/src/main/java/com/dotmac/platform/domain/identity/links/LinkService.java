package com.dotmac.platform.domain.identity.links;

import com.dotmac.platform.domain.communications.Message;
import com.dotmac.platform.domain.communications.MessageDraft;
import com.dotmac.platform.domain.communications.MessageException;
import com.dotmac.platform.domain.communications.MessageService;
import com.dotmac.platform.domain.communications.Recipient;
import com.dotmac.platform.domain.identity.User;
import com.dotmac.platform.domain.identity.UserException;
import com.dotmac.platform.domain.identity.UserService;
import com.dotmac.platform.domain.identity.UserStatus;
import com.dotmac.platform.domain.identity.signin.PasswordService;
import com.dotmac.platform.domain.sealing.SealingException;
import com.dotmac.platform.domain.shared.Identifiers;
import com.dotmac.platform.domain.tenancy.AuditTrail;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantService;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The door to links on their way to people: who gets one, and the mail that carries it.
 *
 * <p>The person is held until the transaction ends, here and by whoever uses a link. So of his
 * links of one purpose never more than one is good, whatever is done at once.
 */
public final class LinkService {

  private static final String NOT_SIGNED_IN = "Somebody asked for it without signing in.";

  private final UserTokenRepository tokens;
  private final UserService users;
  private final Entitlement entitlement;
  private final MessageService messages;
  private final AuditTrail audit;

  /**
   * A door for the sessions of one database.
   *
   * @param sessions where the current session comes from
   * @param tenants tells who may take part
   * @param users holds the person
   * @param passwords tells who has one
   * @param messages writes the mails
   * @param audit where acts are recorded
   */
  public LinkService(
      TenantSessions sessions,
      TenantService tenants,
      UserService users,
      PasswordService passwords,
      MessageService messages,
      AuditTrail audit) {
    tokens = new UserTokenRepository(sessions);
    this.users = users;
    entitlement = new Entitlement(tenants, passwords);
    this.messages = messages;
    this.audit = audit;
  }

  /**
   * Invites a user to choose his first password. An earlier invitation opens nothing any more.
   *
   * @param userId the user
   * @return the mail, pending
   * @throws UserException if there is no such user, or he may do more than whoever invites him
   * @throws LinkException if he is disabled, has a password, or was invited a moment ago
   * @throws MessageException.InvalidRecipient if his address is not that of a mailbox
   * @throws SealingException.NotConfigured if there is no key to seal the link with
   */
  public Message invite(CallContext context, UUID userId) {
    User user = users.holdForChange(context, userId);
    if (user.status() != UserStatus.ACTIVE) {
      throw new LinkException.UserDisabled();
    }
    if (entitlement.hasPassword(context.scope(), user)) {
      throw new LinkException.HasPassword();
    }
    return mail(context, user, LinkPurpose.INVITATION);
  }

  /**
   * Mails a person what shows that his address is his own. An earlier link opens nothing any more.
   *
   * @param context the person himself
   * @param userId likewise
   * @return the mail, pending
   * @throws LinkException.MailedRecently if he got such a mail a moment ago
   * @throws MessageException.InvalidRecipient if his address is not that of a mailbox
   * @throws SealingException.NotConfigured if there is no key to seal the link with
   */
  public Message askForVerification(CallContext context, UUID userId) {
    User user = users.getHeld(context.scope(), userId);
    return mail(context, user, LinkPurpose.EMAIL_VERIFICATION);
  }

  /**
   * Mails a person what lets him choose a new password, because somebody who did not sign in asked
   * for it. Does nothing when there is no such person, he or his tenant may not take part, he has
   * no password or set it meanwhile, his address is no mailbox, he got such mails already, or it
   * was asked for too long ago. Nobody is told.
   *
   * @param userId the person; nobody's identifier where the address was nobody's
   * @param askedAt when it was asked for
   * @param now instant of the mail
   * @return the mail, pending; empty: none
   * @throws SealingException.NotConfigured if there is no key to seal the link with
   */
  public Optional<Message> answerResetRequest(
      TenantScope scope, UUID userId, Instant askedAt, Instant now) {
    LinkPurpose purpose = LinkPurpose.PASSWORD_RESET;
    if (!now.isBefore(askedAt.plus(purpose.life()))) {
      return Optional.empty();
    }
    try {
      return users
          .findHeld(scope, userId)
          .filter(user -> entitlement.serves(scope, user, purpose, askedAt))
          .map(user -> mail(inTheNameOf(user, scope, now), user, purpose));
    } catch (LinkException.MailedRecently | MessageException.InvalidRecipient e) {
      // Both come before anything was written.
      return Optional.empty();
    }
  }

  private static CallContext inTheNameOf(User user, TenantScope scope, Instant now) {
    return new CallContext(scope, user.actor(), now, NOT_SIGNED_IN, null);
  }

  private Message mail(CallContext context, User user, LinkPurpose purpose) {
    TenantScope scope = context.scope();
    Recipient recipient = new Recipient(user.email(), user.displayName());
    Instant memory = context.at().minus(MailingPolicy.MEMORY);
    MailingPolicy.refuseUnlessAllowed(
        tokens.listIssuedAfter(scope, user.id(), purpose, memory), context.at());
    tokens
        .listOpen(scope, user.id(), purpose)
        .forEach(older -> older.end(LinkEnd.REPLACED, context.at()));
    LinkToken fresh = LinkToken.fresh(scope.tenantId(), Identifiers.next(context.at()));
    UserToken row = new UserToken(context, user, purpose, fresh);
    tokens.add(scope, row, memory);
    audit.record(context, "user." + purpose.code() + "_mailed", user.id(), null, row.auditState());
    return messages.write(
        context, new MessageDraft(purpose.template(), recipient, fresh.text(), row.expiresAt()));
  }
}
