package com.dotmac.platform.domain.billing.credits;

import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import com.dotmac.platform.domain.tenancy.TenantSql;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The door for those who build on facts about credit notes: which invoice each is of. */
public final class CreditedInvoices {

  private final TenantSql sql;

  /**
   * A door for the sessions of one database.
   *
   * @param sessions where the current session comes from
   */
  public CreditedInvoices(TenantSessions sessions) {
    sql = new TenantSql(sessions);
  }

  /**
   * The invoices that credit notes were issued for.
   *
   * @param noteIds the notes
   * @return invoice by note
   */
  public Map<UUID, UUID> of(TenantScope scope, Collection<UUID> noteIds) {
    Map<UUID, UUID> invoices = new HashMap<>();
    sql.list(
            scope,
            "SELECT id, invoice_id FROM credit_notes WHERE id = ANY (?)",
            row -> Map.entry(row.getObject(1, UUID.class), row.getObject(2, UUID.class)),
            noteIds)
        .forEach(entry -> invoices.put(entry.getKey(), entry.getValue()));
    return invoices;
  }
}
