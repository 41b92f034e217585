package com.dotmac.platform.it.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Tries the wall between the partners of one tenant: what a transaction that is for one of them
 * sees and writes of every table of the tenant. {@link #DECIDED} says for each table what that is
 * to be; a table that it does not name is a table that nobody has thought about.
 *
 * <p>Works on what {@link IsolationRule#fill} leaves: without constraints, and with every right.
 */
final class PartnerScopeRule {
  private static final String MINE = "00000000-0000-7000-8000-00000000000a";
  private static final String OTHERS = "00000000-0000-7000-8000-00000000000b";

  /** What is decided of a table. */
  enum Decision {
    /** Sees and writes the rows of the partner. */
    OWN(1, true),
    /** Sees the rows of the partner; others write them. */
    OWN_TO_READ(1, false),
    /** Sees the rows of the partner and those for all partners, writes the first. */
    OWN_AND_GENERAL(2, true),
    /** Sees what the tenant has and writes none. */
    TO_READ(1, false),
    /** Adds rows and sees none. */
    TO_ADD(0, true),
    /** Neither sees nor writes. */
    HIDDEN(0, false);

    private final int seen;
    private final boolean adds;

    Decision(int seen, boolean adds) {
      this.seen = seen;
      this.adds = adds;
    }

    private boolean isOfPartner() {
      return this == OWN || this == OWN_TO_READ || this == OWN_AND_GENERAL;
    }
  }

  /** By which column a row belongs to a partner, where it is not {@code partner_id}. */
  private static final Map<String, String> BELONGING =
      Map.of(
          "partners", "id",
          "customers", "id",
          "idempotency_keys", "route",
          "partner_commission_versions", "commission_id",
          "partner_commission_tiers", "version_id",
          "partner_commission_scopes", "version_id");

  /** What is decided of each table of a tenant. */
  static final Map<String, Decision> DECIDED = new TreeMap<>();

  static {
    decide(
        Decision.OWN,
        "idempotency_keys",
        "partner_commission_events",
        "partner_commission_inputs",
        "partner_commission_pools",
        "partner_commission_terms",
        "partner_invitations",
        "partner_ledger_entries",
        "partner_ledger_transactions",
        "partner_payee_accounts",
        "partner_payout_lines",
        "partner_payouts",
        "partner_referrals",
        "partner_users",
        "partners");
    decide(
        Decision.OWN_TO_READ,
        "customers",
        "partner_accounts",
        "partner_commission_scopes",
        "partner_commission_tiers",
        "partner_commission_versions",
        "partner_statements",
        "partner_tier_moves");
    decide(Decision.OWN_AND_GENERAL, "partner_commissions");
    decide(Decision.TO_READ, "partner_settings", "partner_statement_periods", "tenants");
    decide(Decision.TO_ADD, "audit_activities", "communication_messages");
    decide(
        Decision.HIDDEN,
        "api_keys",
        "audit_chain_heads",
        "audit_chain_links",
        "billing_event_cursors",
        "billing_event_heads",
        "billing_events",
        "billing_plans",
        "billing_pricing_rules",
        "billing_product_categories",
        "billing_products",
        "billing_subscription_charges",
        "billing_subscriptions",
        "credit_note_applications",
        "credit_note_lines",
        "credit_notes",
        "customer_contacts",
        "invoice_lines",
        "invoices",
        "number_series",
        "partner_applications",
        "partner_export_chunks",
        "partner_exports",
        "partner_payer_accounts",
        "partner_payout_batches",
        "partner_payout_minimums",
        "partner_tier_programs",
        "partner_tier_thresholds",
        "payment_allocation_reversals",
        "payment_allocations",
        "payment_disputes",
        "payment_methods",
        "payment_refunds",
        "payment_targets",
        "payments",
        "roles",
        "sign_in_attempts",
        "user_backup_codes",
        "user_identities",
        "user_passwords",
        "user_roles",
        "user_second_factors",
        "user_sessions",
        "user_tokens",
        "users");
  }

  private PartnerScopeRule() {}

  private static void decide(Decision decision, String... tables) {
    for (String table : tables) {
      DECIDED.put(table, decision);
    }
  }

  /** Puts a row of each of two partners of one tenant into every table that has such rows. */
  static void fill(Connection administrator) throws SQLException {
    // A row of the same partner once more is what is tried.
    for (String table : List.of("partners", "customers", "idempotency_keys")) {
      Catalog.run(
          administrator, "ALTER TABLE %1$s DROP CONSTRAINT pk_%1$s CASCADE".formatted(table));
    }
    for (String[] table : IsolationRule.tables(administrator)) {
      if (DECIDED.getOrDefault(table[0], Decision.HIDDEN).isOfPartner()) {
        for (String partner : List.of(MINE, OTHERS)) {
          Catalog.run(administrator, insertion(administrator, table, partner));
        }
      }
    }
    for (String partner : List.of(MINE, OTHERS)) {
      // What has no partner of its own is that of which it has the identifier.
      Catalog.run(
          administrator,
          "UPDATE partner_accounts SET customer_id = '%1$s' WHERE partner_id = '%1$s'"
              .formatted(partner));
      for (String table : List.of("partner_commissions", "partner_commission_versions")) {
        String column = table.endsWith("versions") ? "commission_id" : "partner_id";
        Catalog.run(
            administrator,
            "UPDATE %s SET id = '%2$s' WHERE %3$s = '%2$s'".formatted(table, partner, column));
      }
    }
  }

  /** Where a table does otherwise than decided; leaves no trace. */
  static List<String> faults(Connection app, String[] table) throws SQLException {
    Decision decision = DECIDED.get(table[0]);
    if (decision == null) {
      return List.of(
          "Nobody has decided what people of a partner see of the table %s: say it in DECIDED, and in a policy partner_scope."
              .formatted(table[0]));
    }
    List<String> faults = new ArrayList<>();
    app.setAutoCommit(false);
    try {
      name(app, MINE);
      tryWith(app, table, decision, faults);
    } finally {
      app.rollback();
    }
    return faults;
  }

  private static void tryWith(
      Connection app, String[] table, Decision decision, List<String> faults) throws SQLException {
    String name = table[0];
    int seen = IsolationRule.count(app, name);
    if (seen != decision.seen) {
      faults.add(
          "A partner sees %d rows of the table %s and not %d: mend its policy partner_scope."
              .formatted(seen, name, decision.seen));
    }
    boolean takesMine = !Refused.isRefused(app, insertion(app, table, MINE));
    if (takesMine != decision.adds) {
      faults.add(
          "A partner %s add a row to the table %s: mend its policy partner_scope."
              .formatted(decision.adds ? "cannot" : "can", name));
    }
    if (decision.isOfPartner() && !Refused.isRefused(app, insertion(app, table, OTHERS))) {
      faults.add(
          "A partner adds a row of another to the table %s: its policy needs WITH CHECK."
              .formatted(name));
    }
    String change = "UPDATE %s SET %s = '%s'".formatted(name, table[1], IsolationRule.ONE);
    int changes = IsolationRule.touches(app, change);
    if (changes > (decision.adds ? decision.seen : 0)) {
      faults.add(
          "A partner changes %d rows of the table %s: mend its policy partner_scope."
              .formatted(changes, name));
    }
    if (IsolationRule.touches(app, "DELETE FROM " + name) > decision.seen) {
      faults.add("A partner deletes rows of another in the table %s.".formatted(name));
    }
  }

  private static void name(Connection app, String partner) throws SQLException {
    Catalog.run(
        app,
        "SELECT set_config('dotmac.tenant_id', '%s', true), set_config('dotmac.partner_id', '%s', true)"
            .formatted(IsolationRule.ONE, partner));
  }

  private static String insertion(Connection connection, String[] table, String partner)
      throws SQLException {
    Decision decision = DECIDED.get(table[0]);
    UUID tenant = IsolationRule.ONE;
    if (decision == null || !decision.isOfPartner()) {
      return IsolationRule.insertion(connection, table, tenant, Map.of());
    }
    String column = BELONGING.getOrDefault(table[0], "partner_id");
    String value = column.equals("route") ? "POST /api for " + partner : partner;
    return IsolationRule.insertion(connection, table, tenant, Map.of(column, "'" + value + "'"));
  }
}
