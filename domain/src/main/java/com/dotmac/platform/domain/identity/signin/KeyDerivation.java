package com.dotmac.platform.domain.identity.signin;

/**
 * The slow function between a password and its hash. One implementation is in use; a test puts
 * another in front of it, to count how often it is asked.
 */
@FunctionalInterface
public interface KeyDerivation {

  /**
   * Derives 32 bytes.
   *
   * @param password as typed
   * @param salt at least 16 random bytes
   * @param cost how much work and memory it takes
   */
  byte[] derive(String password, byte[] salt, HashCost cost);
}
