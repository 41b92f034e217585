package com.dotmac.platform.app.identity;

import com.dotmac.platform.app.auth.TenantSlugs;
import com.dotmac.platform.app.http.RequestId;
import com.dotmac.platform.app.persistence.UnitsOfWork;
import com.dotmac.platform.domain.identity.User;
import com.dotmac.platform.domain.identity.UserService;
import com.dotmac.platform.domain.identity.links.LinkException;
import com.dotmac.platform.domain.identity.links.LinkPurpose;
import com.dotmac.platform.domain.identity.links.LinkUseService;
import com.dotmac.platform.domain.identity.signin.HashedPassword;
import com.dotmac.platform.domain.identity.signin.PasswordException;
import com.dotmac.platform.domain.identity.signin.PasswordHasher;
import com.dotmac.platform.domain.shared.Identifiers;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantService;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The steps of what people without a credential do with links: ask for one, use one.
 *
 * <p>A link is looked at in one transaction, the password is hashed in none, the link is used in
 * the next, where it is looked at again. So a connection never waits for a hash, and a hash is
 * never computed for a link that opens nothing.
 */
final class MailedLinks {

  private final TenantSlugs slugs;
  private final TenantService tenants;
  private final UserService users;
  private final LinkUseService links;
  private final ResetRequests requests;
  private final PasswordNotice notice;
  private final PasswordHasher hasher;
  private final UnitsOfWork unitsOfWork;
  private final Clock clock;

  /**
   * Links of an installation.
   *
   * @param users finds who is asked for
   * @param tenants finds a tenant by its slug
   * @param links the door to links that come back
   * @param requests where requests for a new password go
   * @param notice tells who has another password now
   * @param hasher hashes what is chosen
   * @param unitsOfWork where the steps run
   * @param clock tells the instant of the request
   */
  MailedLinks(
      UserService users,
      TenantService tenants,
      LinkUseService links,
      ResetRequests requests,
      PasswordNotice notice,
      PasswordHasher hasher,
      UnitsOfWork unitsOfWork,
      Clock clock) {
    slugs = new TenantSlugs(tenants, unitsOfWork);
    this.tenants = tenants;
    this.users = users;
    this.links = links;
    this.requests = requests;
    this.notice = notice;
    this.hasher = hasher;
    this.unitsOfWork = unitsOfWork;
    this.clock = clock;
  }

  /** Takes requests for a new password, to be looked into later. */
  @FunctionalInterface
  interface ResetRequests {

    /**
     * Takes one, in the transaction of the caller.
     *
     * @param at instant of the request
     */
    void plan(ResetRequest request, Instant at);
  }

  /**
   * Has a link mailed to a person who forgot his password, if there is one. Finds out who it is and
   * plans the rest, with the same statements whoever it is and whether or not he may take part:
   * that is looked into when the answer was given. Only for a tenant that is not there nothing is
   * planned.
   *
   * @param slug his tenant
   * @param email his address, in any case
   */
  void askForPassword(String slug, String email) {
    Instant now = clock.instant();
    slugs
        .find(slug)
        .ifPresent(
            scope ->
                unitsOfWork.in(
                    scope,
                    () -> {
                      UUID userId =
                          users
                              .findByEmail(scope, email)
                              .map(User::id)
                              .orElseGet(() -> Identifiers.next(now));
                      requests.plan(new ResetRequest(scope.tenantId(), userId), now);
                      return userId;
                    }));
  }

  /**
   * Sets a new password in place of a forgotten one, and tells the person by mail.
   *
   * @param token as presented
   * @param password as typed
   * @throws LinkException.Refused if the token is not good
   * @throws PasswordException.Refused if the password is not good enough; the token stays good
   */
  LinkJson.Opened resetPassword(String token, String password) {
    return choose(
        LinkPurpose.PASSWORD_RESET,
        token,
        password,
        (scope, hashed, now) -> {
          User user = links.resetPassword(scope, token, hashed, now, RequestId.current());
          notice.write(new CallContext(scope, user.actor(), now, null, RequestId.current()), user);
          return user;
        });
  }

  /**
   * Sets the first password of a person who was invited.
   *
   * @param token as presented
   * @param password as typed
   * @throws LinkException.Refused if the token is not good
   * @throws PasswordException.Refused if the password is not good enough; the token stays good
   */
  LinkJson.Opened acceptInvitation(String token, String password) {
    return choose(
        LinkPurpose.INVITATION,
        token,
        password,
        (scope, hashed, now) ->
            links.acceptInvitation(scope, token, hashed, now, RequestId.current()));
  }

  /**
   * Notes that an address is a person's own.
   *
   * @param token as presented
   * @throws LinkException.Refused if the token is not good
   */
  LinkJson.Opened verifyEmail(String token) {
    TenantScope scope = LinkUseService.claimedScope(token);
    Instant now = clock.instant();
    return in(scope, () -> links.verifyEmail(scope, token, now, RequestId.current()));
  }

  /** Uses a link to choose a password. */
  @FunctionalInterface
  private interface Choice {
    User made(TenantScope scope, HashedPassword password, Instant now);
  }

  private LinkJson.Opened choose(
      LinkPurpose purpose, String token, String password, Choice choice) {
    TenantScope scope = LinkUseService.claimedScope(token);
    Instant now = clock.instant();
    String email = unitsOfWork.in(scope, () -> links.look(scope, purpose, token, now)).email();
    HashedPassword hashed = hasher.hash(password, email);
    return in(scope, () -> choice.made(scope, hashed, now));
  }

  private LinkJson.Opened in(TenantScope scope, Supplier<User> use) {
    return unitsOfWork.in(
        scope,
        () -> {
          // First, for a token may name a tenant that is none.
          User user = use.get();
          return new LinkJson.Opened(tenants.get(scope).slug(), user.email());
        });
  }
}
