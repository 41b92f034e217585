package com.dotmac.platform.domain.identity.links;

import com.dotmac.platform.domain.identity.User;
import com.dotmac.platform.domain.identity.UserService;
import com.dotmac.platform.domain.identity.signin.HashedPassword;
import com.dotmac.platform.domain.identity.signin.PasswordService;
import com.dotmac.platform.domain.identity.signin.SessionEnd;
import com.dotmac.platform.domain.identity.signin.SessionService;
import com.dotmac.platform.domain.tenancy.AuditTrail;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantService;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The door to links that come back: look at one, use it.
 *
 * <p>Whoever has the link reads the mail of the person, so using any of them shows that the address
 * is his. Whatever is wrong with a link, the refusal is the same.
 */
public final class LinkUseService {

  private final UserTokenRepository tokens;
  private final UserService users;
  private final PasswordService passwords;
  private final SessionService userSessions;
  private final Entitlement entitlement;
  private final AuditTrail audit;

  /**
   * A door for the sessions of one database.
   *
   * @param sessions where the current session comes from
   * @param tenants tells who may take part
   * @param users holds the person
   * @param passwords sets what the person chose
   * @param userSessions ends what somebody else may have open
   * @param audit where acts are recorded
   */
  public LinkUseService(
      TenantSessions sessions,
      TenantService tenants,
      UserService users,
      PasswordService passwords,
      SessionService userSessions,
      AuditTrail audit) {
    tokens = new UserTokenRepository(sessions);
    this.users = users;
    this.passwords = passwords;
    this.userSessions = userSessions;
    entitlement = new Entitlement(tenants, passwords);
    this.audit = audit;
  }

  /**
   * The tenant that a presented token claims to belong to; nothing is checked yet.
   *
   * @param text what the caller presented
   * @throws LinkException.Refused if it has not the form of a token
   */
  public static TenantScope claimedScope(String text) {
    return LinkToken.parse(text)
        .map(token -> new TenantScope(token.tenantId()))
        .orElseThrow(LinkException.Refused::new);
  }

  /**
   * Looks whether a token is good, before anything dear is done for it, and uses nothing up.
   *
   * @param scope tenant that the token claims, see {@link #claimedScope}
   * @param text what the caller presented
   * @param at instant of the request
   * @return whose it is
   * @throws LinkException.Refused if it is not good
   */
  public User look(TenantScope scope, LinkPurpose purpose, String text, Instant at) {
    return good(scope, purpose, text, at, id -> users.find(scope, id)).user();
  }

  /**
   * Sets the password that a person chose in place of the one that he forgot. Who guessed at it has
   * to wait no more, and who has signed in with it is out.
   *
   * @param scope tenant that the token claims
   * @param text what the caller presented
   * @param password hashed for the person whom {@link #look} found
   * @param at instant of the request
   * @param requestId request that presents it; {@code null} outside HTTP
   * @return the person
   * @throws LinkException.Refused if the token is not good
   */
  public User resetPassword(
      TenantScope scope,
      String text,
      HashedPassword password,
      Instant at,
      @Nullable String requestId) {
    Used used = use(scope, LinkPurpose.PASSWORD_RESET, text, at, requestId);
    choosePassword(used, password);
    userSessions.endAll(used.context(), used.user().id(), SessionEnd.PASSWORD_RESET, null);
    return used.user();
  }

  /**
   * Sets the first password of a person who was invited. From now on he can sign in.
   *
   * @param scope tenant that the token claims
   * @param text what the caller presented
   * @param password hashed for the person whom {@link #look} found
   * @param at instant of the request
   * @param requestId request that presents it; {@code null} outside HTTP
   * @return the person
   * @throws LinkException.Refused if the token is not good
   */
  public User acceptInvitation(
      TenantScope scope,
      String text,
      HashedPassword password,
      Instant at,
      @Nullable String requestId) {
    Used used = use(scope, LinkPurpose.INVITATION, text, at, requestId);
    choosePassword(used, password);
    return used.user();
  }

  /**
   * Notes that the address of a person is his own.
   *
   * @param scope tenant that the token claims
   * @param text what the caller presented
   * @param at instant of the request
   * @param requestId request that presents it; {@code null} outside HTTP
   * @return the person
   * @throws LinkException.Refused if the token is not good
   */
  public User verifyEmail(TenantScope scope, String text, Instant at, @Nullable String requestId) {
    Used used = use(scope, LinkPurpose.EMAIL_VERIFICATION, text, at, requestId);
    users.verifyEmail(used.context(), used.user());
    return used.user();
  }

  private void choosePassword(Used used, HashedPassword password) {
    User user = used.user();
    passwords.succeeded(used.context().scope(), user.email());
    passwords.set(used.context(), user.id(), password);
    users.verifyEmail(used.context(), user);
  }

  /**
   * A link that was used.
   *
   * @param context the person who used it
   * @param user the person, held
   */
  private record Used(CallContext context, User user) {}

  private Used use(
      TenantScope scope, LinkPurpose purpose, String text, Instant at, @Nullable String requestId) {
    Good good = good(scope, purpose, text, at, id -> users.findHeld(scope, id));
    User user = good.user();
    CallContext context = new CallContext(scope, user.actor(), at, null, requestId);
    var before = good.token().auditState();
    good.token().end(LinkEnd.USED, context.at());
    tokens.flush(scope);
    audit.record(
        context,
        "user." + purpose.code() + "_completed",
        user.id(),
        before,
        good.token().auditState());
    return new Used(context, user);
  }

  /**
   * A link that is good.
   *
   * @param user whose it is
   */
  private record Good(UserToken token, User user) {}

  /** The row is read after its owner, who may be held: whoever was quicker is seen. */
  private Good good(
      TenantScope scope,
      LinkPurpose purpose,
      String text,
      Instant at,
      Function<UUID, Optional<User>> reading) {
    LinkToken presented =
        LinkToken.parse(text)
            .filter(token -> token.tenantId().equals(scope.tenantId()))
            .orElseThrow(LinkException.Refused::new);
    User user =
        tokens
            .findOwner(scope, presented.id())
            .flatMap(reading)
            .orElseThrow(LinkException.Refused::new);
    UserToken token =
        tokens
            .find(scope, presented.id())
            .filter(
                found ->
                    found.opensWith(presented, purpose, at)
                        && found.wasMailedTo(user)
                        && entitlement.serves(scope, user, purpose, found.issuedAt()))
            .orElseThrow(LinkException.Refused::new);
    return new Good(token, user);
  }
}
