package com.dotmac.platform.domain.billing.payments;

/**
 * Why a provider did not do what it was asked for.
 *
 * @param code in the provider's own words, for programs; at most 100 characters
 * @param reason for people; at most 500 characters
 */
public record Decline(String code, String reason) {

  private static final int LONGEST_CODE = 100;
  private static final int LONGEST_REASON = 500;

  /** Cuts what is longer than what is kept. */
  public Decline {
    code = code.substring(0, Math.min(code.length(), LONGEST_CODE));
    reason = reason.substring(0, Math.min(reason.length(), LONGEST_REASON));
  }
}
