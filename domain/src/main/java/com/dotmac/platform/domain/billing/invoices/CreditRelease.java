package com.dotmac.platform.domain.billing.invoices;

import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.TenantScope;
import java.util.UUID;

/**
 * Gives what was credited to an invoice back to where it came from, when the invoice is voided.
 *
 * <p>Stands here so that invoices need not know credit notes, which themselves stand on invoices.
 */
public interface CreditRelease {

  /**
   * Locks what the credits came from, before the invoice is locked: the source of money always
   * comes first.
   */
  void hold(TenantScope scope, UUID invoiceId);

  /**
   * Undoes the credits, through {@link InvoiceSettlement#uncredit}, and ends whatever else stands
   * on the invoice being owed.
   *
   * @param invoice locked, and still owed
   */
  void release(CallContext context, Invoice invoice);
}
