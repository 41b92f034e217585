package com.dotmac.platform.domain.billing.invoices;

import com.dotmac.platform.domain.billing.events.EventType;
import com.dotmac.platform.domain.billing.events.FactTrail;
import com.dotmac.platform.domain.billing.events.Facts;
import com.dotmac.platform.domain.customers.Customer;
import com.dotmac.platform.domain.customers.PostalAddress;
import com.dotmac.platform.domain.tenancy.AuditTrail;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.NumberSeries;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What finalising does to a draft that is locked, whether it is alone or one of many. */
final class Finalising {

  private final FactTrail facts;
  private final AuditTrail acts;

  Finalising(FactTrail facts, AuditTrail acts) {
    this.facts = facts;
    this.acts = acts;
  }

  /**
   * Lets pass what can be finalised.
   *
   * @throws InvoiceException.NotADraft if it was finalised already
   * @throws InvoiceException.Empty if it has no lines
   * @throws InvoiceException.NegativeTotal if the lines give back more than they charge
   */
  static void refuseUnfit(Invoice invoice, boolean hasLines) {
    if (invoice.status() != InvoiceStatus.DRAFT) {
      throw new InvoiceException.NotADraft();
    }
    if (!hasLines) {
      throw new InvoiceException.Empty();
    }
    if (invoice.total().isNegative()) {
      throw new InvoiceException.NegativeTotal();
    }
  }

  /**
   * Where the numbers of a day come from. They are drawn last of all locks but those of the commit:
   * until then the tenant's next number waits.
   */
  static NumberSeries numbers(TenantSessions sessions, LocalDate day) {
    return new NumberSeries(sessions, "invoice-" + day.getYear(), "INV-" + day.getYear());
  }

  /**
   * Finalises an invoice.
   *
   * @param invoice fit for it
   * @param customer who owes it
   * @param number drawn for it
   * @param day of the issue, in the zone of the tenant
   */
  void finalise(
      CallContext context, Invoice invoice, Customer customer, String number, LocalDate day) {
    var before = invoice.auditState();
    invoice.finalise(number, billTo(customer), day, context.at());
    acts.record(context, "invoice.finalised", invoice.id(), before, invoice.auditState());
    facts.record(context, EventType.INVOICE_FINALISED, invoice.id(), invoice.facts());
    if (invoice.status() == InvoiceStatus.PAID) {
      facts.record(context, EventType.INVOICE_PAID, invoice.id(), invoice.facts());
    }
  }

  /** What is known of a customer at this moment. */
  static Map<String, @Nullable Object> billTo(Customer customer) {
    PostalAddress address = customer.details().billing().address();
    return new Facts()
        .with("number", customer.number())
        .with("name", customer.details().name())
        .with("email", customer.details().email())
        .with("taxId", customer.details().billing().taxId())
        .with("line1", address.line1())
        .with("line2", address.line2())
        .with("city", address.city())
        .with("region", address.region())
        .with("postalCode", address.postalCode())
        .with("country", address.country())
        .map();
  }
}
