package com.dotmac.platform.domain.identity.signin;

import java.security.MessageDigest;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;

/**
 * Makes hashes of passwords and checks passwords against them.
 *
 * <p>A check always computes one hash of the same cost, also when there is nothing to check
 * against: against a decoy then, which no password opens. So how long the answer takes does not
 * depend on whether an account exists, has a password, or is disabled.
 */
public final class PasswordHasher {

  private static final int SALT = 16;
  private static final int HASH = 32;

  private final KeyDerivation derivation;
  private final SecureRandom random = new SecureRandom();
  private final HashedPassword decoy;

  /**
   * A hasher.
   *
   * @param derivation the slow function
   */
  public PasswordHasher(KeyDerivation derivation) {
    this.derivation = derivation;
    decoy = HashedPassword.of(HashCost.USUAL, randomBytes(SALT), randomBytes(HASH));
  }

  /**
   * Hashes a new password. Takes its time: call it outside of a transaction.
   *
   * @param password as typed
   * @param email address of its owner, which is no password
   * @throws PasswordException.Refused if the password is not good enough
   */
  public HashedPassword hash(String password, String email) {
    String typed = PasswordPolicy.normalised(password);
    PasswordPolicy.refuseUnlessGood(typed, email);
    byte[] salt = randomBytes(SALT);
    return HashedPassword.of(HashCost.USUAL, salt, derivation.derive(typed, salt, HashCost.USUAL));
  }

  /**
   * Whether a password is the one that was hashed. Takes its time: call it outside of a
   * transaction.
   *
   * @param password as typed
   * @param expected what it is checked against; {@code null}: nothing, and so it is not
   */
  public boolean matches(String password, @Nullable HashedPassword expected) {
    HashedPassword against = expected == null ? decoy : expected;
    byte[] derived =
        derivation.derive(PasswordPolicy.normalised(password), against.saltBytes(), against.cost());
    return MessageDigest.isEqual(derived, against.hashBytes()) && expected != null;
  }

  private byte[] randomBytes(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }
}
