package com.dotmac.platform.app.identity;

import com.dotmac.platform.app.auth.Caller;
import com.dotmac.platform.app.persistence.UnitsOfWork;
import com.dotmac.platform.domain.identity.User;
import com.dotmac.platform.domain.identity.UserService;
import com.dotmac.platform.domain.identity.signin.HashedPassword;
import com.dotmac.platform.domain.identity.signin.PasswordException;
import com.dotmac.platform.domain.identity.signin.PasswordHasher;
import com.dotmac.platform.domain.identity.signin.PasswordService;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How a person who signed in proves anew who he is, before what a thief of his access token must
 * not do. Who has only that must not guess any faster than who has not: an attempt counts like one
 * to sign in, until it has succeeded.
 */
final class Reauthentication {

  private final UserService users;
  private final PasswordService passwords;
  private final PasswordHasher hasher;
  private final UnitsOfWork unitsOfWork;

  Reauthentication(PeopleDoors doors, PasswordHasher hasher, UnitsOfWork unitsOfWork) {
    users = doors.users();
    passwords = doors.passwords();
    this.hasher = hasher;
    this.unitsOfWork = unitsOfWork;
  }

  /**
   * An attempt that was counted.
   *
   * @param person who makes it
   * @param expected what his password is checked against; {@code null}: nothing opens
   */
  private record Attempt(User person, @Nullable HashedPassword expected) {}

  /**
   * Has a person give his password. Computes a hash, so call it outside of a transaction.
   *
   * @param presented as typed
   * @param refusals looks, before an attempt is counted, whether what he wants can be done at all
   * @return the person
   * @throws PasswordException.PresentIsWrong if it is wrong, or was tried too often
   */
  User byPassword(Caller caller, String presented, Consumer<User> refusals) {
    Attempt attempt = begin(caller, refusals);
    if (!hasher.matches(presented, attempt.expected())) {
      throw new PasswordException.PresentIsWrong();
    }
    return attempt.person();
  }

  /**
   * Counts an attempt to guess something else than the password.
   *
   * @return the person; empty if nothing may be tried, because it was too often
   */
  Optional<User> attempt(Caller caller, Consumer<User> refusals) {
    Attempt attempt = begin(caller, refusals);
    return attempt.expected() == null ? Optional.empty() : Optional.of(attempt.person());
  }

  /**
   * Forgets the attempts, because the last one succeeded; in the transaction of what it was for.
   */
  void succeeded(Caller caller, User person) {
    passwords.succeeded(caller.scope(), person.email());
  }

  private Attempt begin(Caller caller, Consumer<User> refusals) {
    Caller.SignedIn person = caller.signedIn();
    return unitsOfWork.inRequest(
        () -> {
          User user = users.get(caller.scope(), person.userId());
          refusals.accept(user);
          return new Attempt(
              user, passwords.begin(caller.scope(), user.email(), caller.at()).orElse(null));
        });
  }
}
