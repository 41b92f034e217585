package com.dotmac.platform.domain.identity.links;

import com.dotmac.platform.domain.identity.User;
import com.dotmac.platform.domain.identity.UserStatus;
import com.dotmac.platform.domain.identity.signin.PasswordService;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantService;
import com.dotmac.platform.domain.tenancy.TenantStatus;
import java.time.Instant;
import java.util.Optional;

/** Whom a link serves: asked when it is mailed, and again when it is used. */
final class Entitlement {

  private final TenantService tenants;
  private final PasswordService passwords;

  Entitlement(TenantService tenants, PasswordService passwords) {
    this.tenants = tenants;
    this.passwords = passwords;
  }

  /** Whether a person can sign in with a password. */
  boolean hasPassword(TenantScope scope, User user) {
    return passwords.setAt(scope, user.id()).isPresent();
  }

  /**
   * Whether a link of this purpose is of use to a person now.
   *
   * @param since when it was asked for or mailed: a password that was set later has made a link to
   *     choose one superfluous, and whoever still has such a link is to get in no more
   */
  boolean serves(TenantScope scope, User user, LinkPurpose purpose, Instant since) {
    if (user.status() != UserStatus.ACTIVE || tenants.get(scope).status() != TenantStatus.ACTIVE) {
      return false;
    }
    Optional<Instant> set = passwords.setAt(scope, user.id());
    return switch (purpose) {
      case PASSWORD_RESET -> set.isPresent() && !set.get().isAfter(since);
      case INVITATION -> set.isEmpty();
      case EMAIL_VERIFICATION -> true;
    };
  }
}
