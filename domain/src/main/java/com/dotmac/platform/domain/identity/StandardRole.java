package com.dotmac.platform.domain.identity;

import com.dotmac.platform.domain.shared.CodeConverter;
import com.dotmac.platform.domain.shared.Coded;
import jakarta.persistence.Converter;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * Roles that every tenant has. What they allow is fixed here, so that a release which adds a
 * permission gives it to whom it belongs, without a row to be changed in any tenant.
 */
public enum StandardRole implements Coded {
  /** Looks after all tenants; for people of the platform's own tenant. */
  PLATFORM_ADMINISTRATOR(
      "platform_administrator",
      EnumSet.of(Permission.TENANTS_READ, Permission.TENANTS_WRITE, Permission.AUDIT_READ)),
  /** Does everything that can be done within a tenant. */
  TENANT_ADMINISTRATOR("tenant_administrator", Permission.ofEveryTenant()),
  /** Looks after customers and what they are billed. */
  BILLING(
      "billing",
      EnumSet.of(
          Permission.CATALOG_READ,
          Permission.CATALOG_WRITE,
          Permission.COMMISSIONS_READ,
          Permission.COMMISSIONS_APPROVE,
          Permission.CREDIT_NOTES_READ,
          Permission.CREDIT_NOTES_WRITE,
          Permission.CUSTOMERS_READ,
          Permission.CUSTOMERS_WRITE,
          Permission.INVOICES_READ,
          Permission.INVOICES_WRITE,
          Permission.PARTNERS_READ,
          Permission.PAYMENTS_READ,
          Permission.PAYMENTS_WRITE,
          Permission.PAYMENTS_REFUND,
          Permission.PAYOUTS_READ,
          Permission.PAYOUTS_WRITE,
          Permission.PAYOUTS_APPROVE,
          Permission.SETTINGS_READ,
          Permission.SUBSCRIPTIONS_READ,
          Permission.SUBSCRIPTIONS_WRITE)),
  /** Looks after partners. */
  PARTNER_MANAGER(
      "partner_manager",
      EnumSet.of(
          Permission.CATALOG_READ,
          Permission.COMMISSIONS_READ,
          Permission.COMMISSIONS_WRITE,
          Permission.CUSTOMERS_READ,
          Permission.PARTNERS_READ,
          Permission.PARTNERS_WRITE,
          Permission.PAYOUTS_READ,
          Permission.REFERRALS_READ,
          Permission.REFERRALS_WRITE,
          Permission.SETTINGS_READ,
          Permission.SUBSCRIPTIONS_READ)),
  /** Reads everything of a tenant and changes nothing. */
  AUDITOR(
      "auditor",
      EnumSet.of(
          Permission.API_KEYS_READ,
          Permission.AUDIT_READ,
          Permission.CATALOG_READ,
          Permission.COMMISSIONS_READ,
          Permission.CREDIT_NOTES_READ,
          Permission.CUSTOMERS_READ,
          Permission.INVOICES_READ,
          Permission.MESSAGES_READ,
          Permission.PARTNERS_READ,
          Permission.PAYMENTS_READ,
          Permission.PAYOUTS_READ,
          Permission.REFERRALS_READ,
          Permission.ROLES_READ,
          Permission.SETTINGS_READ,
          Permission.SUBSCRIPTIONS_READ,
          Permission.USERS_READ));

  private final String code;

  /** Wrapped below, and nobody else has what is in it. */
  @SuppressWarnings("ImmutableEnumChecker")
  private final Set<Permission> permissions;

  StandardRole(String code, Set<Permission> permissions) {
    this.code = code;
    this.permissions = Collections.unmodifiableSet(permissions);
  }

  @Override
  public String code() {
    return code;
  }

  /** What whoever has the role may do. */
  public Set<Permission> permissions() {
    return permissions;
  }

  /** Whether only people of the platform's own tenant may have it. */
  public boolean isOfThePlatform() {
    return permissions.stream().anyMatch(Permission::isOfThePlatform);
  }

  /** Stores the code. */
  @Converter
  public static final class Column extends CodeConverter<StandardRole> {
    /** For Hibernate. */
    public Column() {
      super(StandardRole.class);
    }
  }
}
