package com.dotmac.platform.domain.identity;

import com.dotmac.platform.domain.shared.Coded;
import java.util.Arrays;
import java.util.Optional;

/** What a credential may do. Each endpoint names the one that it requires. */
public enum Permission implements Coded {
  /** Read which API keys there are; never their secrets. */
  API_KEYS_READ("api-keys:read"),
  /** Issue, rotate and revoke API keys, within what the holder may do himself. */
  API_KEYS_WRITE("api-keys:write"),
  /** Read the audit trail. */
  AUDIT_READ("audit:read"),
  /** Read customers. */
  CUSTOMERS_READ("customers:read"),
  /** Create, change and archive customers. */
  CUSTOMERS_WRITE("customers:write"),
  /** Read partners, their users and accounts. */
  PARTNERS_READ("partners:read"),
  /** Create and change partners, their users and accounts. */
  PARTNERS_WRITE("partners:write");

  private final String code;

  Permission(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  /**
   * The permission with a code; empty if there is none.
   *
   * @param code for example {@code partners:read}
   */
  public static Optional<Permission> find(String code) {
    return Arrays.stream(values()).filter(permission -> permission.code.equals(code)).findFirst();
  }
}
