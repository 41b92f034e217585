package com.dotmac.platform.app.partners.onboarding;

import com.dotmac.platform.app.http.RequestId;
import com.dotmac.platform.app.persistence.UnitsOfWork;
import com.dotmac.platform.domain.identity.User;
import com.dotmac.platform.domain.identity.links.LinkException;
import com.dotmac.platform.domain.identity.links.LinkUseService;
import com.dotmac.platform.domain.identity.signin.HashedPassword;
import com.dotmac.platform.domain.identity.signin.PasswordException;
import com.dotmac.platform.domain.identity.signin.PasswordHasher;
import com.dotmac.platform.domain.partners.onboarding.PartnerInvitationUseService;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantService;
import java.time.Clock;
import java.time.Instant;

/**
 * The steps in which a stranger accepts an invitation. As with all links, it is looked at in one
 * transaction, the password is hashed in none, and the link is used in the next: a hash is never
 * computed for a link that opens nothing, and no connection waits for one.
 *
 * @param invitations the door
 * @param tenants tells what to sign in with
 * @param hasher hashes what is chosen
 * @param unitsOfWork where the steps run
 * @param clock tells the instant of the request
 */
record AcceptedInvitations(
    PartnerInvitationUseService invitations,
    TenantService tenants,
    PasswordHasher hasher,
    UnitsOfWork unitsOfWork,
    Clock clock) {

  /**
   * Makes the login of a stranger and has him act for the partner.
   *
   * @throws LinkException.Refused if the link is not good
   * @throws PasswordException.Refused if the password is not good enough; the link stays good
   */
  PartnerInvitationJson.Accepted accept(PartnerInvitationJson.Accept body) {
    TenantScope scope = LinkUseService.claimedScope(body.token());
    Instant now = clock.instant();
    String email = unitsOfWork.in(scope, () -> invitations.look(scope, body.token(), now));
    HashedPassword password = hasher.hash(body.newPassword(), email);
    return unitsOfWork.in(
        scope,
        () -> {
          User user =
              invitations.accept(
                  scope,
                  body.token(),
                  body.firstName(),
                  body.lastName(),
                  password,
                  now,
                  RequestId.current());
          return new PartnerInvitationJson.Accepted(tenants.get(scope).slug(), user.email());
        });
  }
}
