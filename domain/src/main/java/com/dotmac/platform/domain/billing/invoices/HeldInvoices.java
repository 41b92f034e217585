package com.dotmac.platform.domain.billing.invoices;

import com.dotmac.platform.domain.billing.events.FactTrail;
import com.dotmac.platform.domain.shared.Money;
import com.dotmac.platform.domain.tenancy.AuditTrail;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.TenantScope;
import java.util.Collection;
import java.util.Currency;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Invoices that are all locked already, for many payments that are put on them in one transaction:
 * what one payment pays, the next finds paid. Nothing is asked of the database any more, and what
 * changes is sent when the session is flushed.
 */
public final class HeldInvoices {

  private final Map<UUID, Invoice> byId = new LinkedHashMap<>();
  private final Map<Debtor, List<UUID>> owed;

  /**
   * Invoices of one tenant.
   *
   * @param locked by ascending identifier
   * @param owed what each debtor owed before they were locked, the oldest due first
   */
  HeldInvoices(List<Invoice> locked, Map<Debtor, List<UUID>> owed) {
    locked.forEach(invoice -> byId.put(invoice.id(), invoice));
    this.owed = owed;
  }

  /**
   * The same invoices for one payment.
   *
   * @param facts where it is told that one was paid
   * @param acts where is recorded what was done to them
   */
  public PayableInvoices recordingIn(FactTrail facts, AuditTrail acts) {
    return new ForOne(new Settling(facts, acts));
  }

  private final class ForOne implements PayableInvoices {

    private final Settling settling;

    private ForOne(Settling settling) {
      this.settling = settling;
    }

    @Override
    public List<UUID> owedBy(TenantScope scope, UUID customerId, Currency currency) {
      return owed.getOrDefault(new Debtor(customerId, currency), List.of());
    }

    @Override
    public List<Invoice> lock(TenantScope scope, Collection<UUID> ids) {
      Set<UUID> wanted = new HashSet<>(ids);
      if (!byId.keySet().containsAll(wanted)) {
        throw new InvoiceException.NotFound();
      }
      return byId.values().stream().filter(invoice -> wanted.contains(invoice.id())).toList();
    }

    @Override
    public void pay(CallContext context, Invoice invoice, Money amount) {
      settling.pay(context, invoice, amount);
    }
  }
}
