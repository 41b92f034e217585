package com.dotmac.platform.domain.identity;

import com.dotmac.platform.domain.shared.Coded;
import com.dotmac.platform.domain.tenancy.Tenant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a credential may do. Each endpoint names the one that it requires. */
public enum Permission implements Coded {
  /** Read which API keys there are; never their secrets. */
  API_KEYS_READ("api-keys:read"),
  /** Issue, rotate and revoke API keys, within what the holder may do himself. */
  API_KEYS_WRITE("api-keys:write"),
  /** Read the audit trail. */
  AUDIT_READ("audit:read"),
  /** Read categories, products, plans and pricing rules. */
  CATALOG_READ("catalog:read"),
  /** Create, change and archive categories, products, plans and pricing rules. */
  CATALOG_WRITE("catalog:write"),
  /** Read rules of commission, and what partners earned. */
  COMMISSIONS_READ("commissions:read"),
  /** Make and change rules of commission; block what was earned, and adjust it by hand. */
  COMMISSIONS_WRITE("commissions:write"),
  /** Approve what was earned by partners and what was adjusted by hand. */
  COMMISSIONS_APPROVE("commissions:approve"),
  /** Read credit notes, what they were applied to, and the credit of customers. */
  CREDIT_NOTES_READ("credit-notes:read"),
  /** Issue credit notes, apply them, and make them void. */
  CREDIT_NOTES_WRITE("credit-notes:write"),
  /** Read customers and their contacts. */
  CUSTOMERS_READ("customers:read"),
  /** Create, change and archive customers, and their contacts. */
  CUSTOMERS_WRITE("customers:write"),
  /** Read invoices, and the facts of billing. */
  INVOICES_READ("invoices:read"),
  /** Draft, finalise, void and give up invoices. */
  INVOICES_WRITE("invoices:write"),
  /** Read the log of messages; never what was secret in them. */
  MESSAGES_READ("messages:read"),
  /** Send a test message, and take up again what failed. */
  MESSAGES_WRITE("messages:write"),
  /** Read partners, their users and accounts. */
  PARTNERS_READ("partners:read"),
  /** Create and change partners, their users and accounts. */
  PARTNERS_WRITE("partners:write"),
  /** Read payments, what they pay, what went back, and the credit of customers. */
  PAYMENTS_READ("payments:read"),
  /** Take payments, put them on invoices, note disputes, keep payment methods. */
  PAYMENTS_WRITE("payments:write"),
  /** Send money back. */
  PAYMENTS_REFUND("payments:refund"),
  /** Read payouts of partners, and their batches. */
  PAYOUTS_READ("payouts:read"),
  /** Make batches of payouts, send and cancel them, and note what became of them. */
  PAYOUTS_WRITE("payouts:write"),
  /** Approve batches of payouts. */
  PAYOUTS_APPROVE("payouts:approve"),
  /** Read what partners refer. */
  REFERRALS_READ("referrals:read"),
  /** Take referrals and move them along. */
  REFERRALS_WRITE("referrals:write"),
  /** Read the roles that there are. */
  ROLES_READ("roles:read"),
  /** Make, change and remove the tenant's own roles, within what the holder may do himself. */
  ROLES_WRITE("roles:write"),
  /** Read name, zone and currency of one's own tenant. */
  SETTINGS_READ("settings:read"),
  /** Change name, zone and currency of one's own tenant. */
  SETTINGS_WRITE("settings:write"),
  /** Read subscriptions and what was charged for them. */
  SUBSCRIPTIONS_READ("subscriptions:read"),
  /** Create, change, pause and cancel subscriptions. */
  SUBSCRIPTIONS_WRITE("subscriptions:write"),
  /** Read all tenants; for credentials of the platform's own tenant. */
  TENANTS_READ("tenants:read"),
  /** Register, change, suspend and resume tenants; for those of the platform's own tenant. */
  TENANTS_WRITE("tenants:write"),
  /** Read the people of the tenant and their roles; never their passwords. */
  USERS_READ("users:read"),
  /** Register and change people and their roles, within what the holder may do himself. */
  USERS_WRITE("users:write");

  private static final Set<Permission> OF_THE_PLATFORM =
      Collections.unmodifiableSet(EnumSet.of(TENANTS_READ, TENANTS_WRITE));

  private static final Map<String, Permission> BY_CODE =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(Permission::code, Function.identity()));

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
    return Optional.ofNullable(BY_CODE.get(code));
  }

  /**
   * The permissions with these codes; names that this version does not know are left out.
   *
   * @param codes as the database keeps them
   */
  static Set<Permission> known(Collection<String> codes) {
    Set<Permission> known = EnumSet.noneOf(Permission.class);
    for (String code : codes) {
      find(code).ifPresent(known::add);
    }
    return Collections.unmodifiableSet(known);
  }

  /** Whether only credentials of the platform's own tenant may hold it. */
  public boolean isOfThePlatform() {
    return OF_THE_PLATFORM.contains(this);
  }

  /** What credentials of every tenant may hold. */
  public static Set<Permission> ofEveryTenant() {
    return EnumSet.complementOf(EnumSet.copyOf(OF_THE_PLATFORM));
  }

  /**
   * What remains of permissions in a tenant: of any but the platform's own, none over the others.
   *
   * @param tenant whose credential holds them
   * @param permissions what it was given
   */
  public static Set<Permission> heldIn(Tenant tenant, Set<Permission> permissions) {
    return permissions.stream()
        .filter(permission -> tenant.isPlatform() || !permission.isOfThePlatform())
        .collect(Collectors.toUnmodifiableSet());
  }
}
