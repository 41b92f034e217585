package com.dotmac.platform.domain.identity.signin;

import com.dotmac.platform.domain.tenancy.AuditTrail;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The door to passwords: begin to check one, note that it was right, set one.
 *
 * <p>A check has three steps: {@link #begin} in one transaction, {@link PasswordHasher#matches} in
 * none, {@link #succeeded} in the next. {@link #begin} does the same for every address: it makes,
 * holds and writes the row of the address's attempts, and asks once for a hash. Only then one is
 * computed, and of a user who is not there a decoy is checked. So no step is left out, and no
 * statement is sent more or less, when there is no user, he is disabled, he has no password, or the
 * address is locked: neither the answer nor the time that it takes tells one of these from another.
 */
public final class PasswordService {

  private final UserPasswordRepository passwords;
  private final AttemptsRepository attempts;
  private final AuditTrail audit;

  /**
   * A door for the sessions of one database.
   *
   * @param sessions where the current session comes from
   * @param audit where acts are recorded
   */
  public PasswordService(TenantSessions sessions, AuditTrail audit) {
    passwords = new UserPasswordRepository(sessions);
    attempts = new AttemptsRepository(sessions);
    this.audit = audit;
  }

  /**
   * Counts an attempt and finds what the password has to be checked against.
   *
   * @param email the address as typed
   * @param at instant of the attempt
   * @return what to check against; empty when nothing opens: nobody active has the address, or he
   *     has no password, or the address is locked for a while. Check all the same
   */
  public Optional<HashedPassword> begin(TenantScope scope, String email, Instant at) {
    Attempts before = attempts.hold(scope, email, at);
    Optional<Attempts> counted = before.begin(at);
    // Written also when nothing is counted: a statement less would tell that the address is locked.
    attempts.keep(scope, email, counted.orElse(before));
    return passwords
        .findByEmail(scope, email)
        .map(UserPassword::password)
        .filter(any -> counted.isPresent());
  }

  /**
   * Forgets the attempts of an address, because the last one succeeded or its owner has proved
   * himself otherwise.
   *
   * @param email the address
   */
  public void succeeded(TenantScope scope, String email) {
    attempts.forget(scope, email);
  }

  /**
   * When a user's password was set.
   *
   * @param userId the user
   * @return empty if he has none
   */
  public Optional<Instant> setAt(TenantScope scope, UUID userId) {
    return passwords.find(scope, userId).map(UserPassword::changedAt);
  }

  /**
   * Sets the password of a user, in place of the one that he had.
   *
   * @param userId the user
   * @param password made by {@link PasswordHasher#hash}
   */
  public void set(CallContext context, UUID userId, HashedPassword password) {
    TenantScope scope = context.scope();
    Optional<UserPassword> present = passwords.find(scope, userId);
    UserPassword row = present.orElseGet(() -> new UserPassword(context, userId, password));
    if (present.isPresent()) {
      row.change(password, context.at());
      passwords.flush(scope);
    } else {
      passwords.add(scope, row);
    }
    // No state before: what differs is never recorded, and a change of nothing would leave no row.
    audit.record(context, "user.password_set", userId, null, row.auditState());
  }
}
