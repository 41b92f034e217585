package com.dotmac.platform.domain.identity.signin;

/**
 * What one computation of Argon2id costs.
 *
 * @param memoryKib memory, in KiB
 * @param iterations passes over the memory
 * @param lanes parts of the memory that could be worked on at once
 */
public record HashCost(int memoryKib, int iterations, int lanes) {

  /** What OWASP recommends: 19 MiB, two passes, one lane. */
  public static final HashCost USUAL = new HashCost(19_456, 2, 1);
}
