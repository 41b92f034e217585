package com.dotmac.platform.domain.billing.invoices;

import com.dotmac.platform.domain.shared.Money;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.TenantScope;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.UUID;

/** Invoices as a payment sees them: what is owed, and how it is paid. */
public interface PayableInvoices {

  /** What a customer owes in a currency, the oldest due first; not locked. */
  List<UUID> owedBy(TenantScope scope, UUID customerId, Currency currency);

  /**
   * Locks invoices until the transaction ends, always in the same order.
   *
   * @return they as they are now, by ascending identifier
   * @throws InvoiceException.NotFound if the tenant lacks one of them
   */
  List<Invoice> lock(TenantScope scope, Collection<UUID> ids);

  /**
   * Money came in for an invoice.
   *
   * @param invoice locked
   * @param amount more than nothing, in its currency
   * @throws InvoiceException.NotOwed if it is a draft or void
   * @throws InvoiceException.MoreThanOwed if less is owed
   */
  void pay(CallContext context, Invoice invoice, Money amount);
}
