package com.dotmac.platform.domain.billing.invoices;

import com.dotmac.platform.domain.shared.KeysetQuery;
import com.dotmac.platform.domain.shared.Page;
import com.dotmac.platform.domain.shared.PageRequest;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.LockMode;

/** The queries over {@code invoices} and {@code invoice_lines}. */
final class InvoiceRepository {

  private final TenantSessions sessions;

  InvoiceRepository(TenantSessions sessions) {
    this.sessions = sessions;
  }

  void add(TenantScope scope, Invoice invoice, List<InvoiceLine> lines) {
    sessions.of(scope).persist(invoice);
    lines.forEach(sessions.of(scope)::persist);
    flush(scope);
  }

  /** Sends the lines that a draft has from now on, in place of those that it had. */
  void replaceLines(TenantScope scope, UUID invoiceId, List<InvoiceLine> lines) {
    removeLines(scope, invoiceId);
    lines.forEach(sessions.of(scope)::persist);
    flush(scope);
  }

  void remove(TenantScope scope, Invoice invoice) {
    removeLines(scope, invoice.id());
    sessions.of(scope).remove(invoice);
    flush(scope);
  }

  private void removeLines(TenantScope scope, UUID invoiceId) {
    sessions
        .of(scope)
        .createMutationQuery("delete from InvoiceLine where invoiceId = :invoice")
        .setParameter("invoice", invoiceId)
        .executeUpdate();
  }

  void flush(TenantScope scope) {
    sessions.of(scope).flush();
  }

  Optional<Invoice> find(TenantScope scope, UUID id) {
    return Optional.ofNullable(sessions.of(scope).find(Invoice.class, id));
  }

  /** The invoice as it is now, held until the transaction ends. */
  Optional<Invoice> findForChange(TenantScope scope, UUID id) {
    return Optional.ofNullable(
        sessions.of(scope).find(Invoice.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  /** Invoices as they are now, held until the transaction ends, by ascending identifier. */
  List<Invoice> listForChange(TenantScope scope, Collection<UUID> ids) {
    return sessions
        .of(scope)
        .createSelectionQuery("from Invoice where id in :ids order by id", Invoice.class)
        .setParameter("ids", ids)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList();
  }

  List<InvoiceLine> lines(TenantScope scope, UUID invoiceId) {
    return sessions
        .of(scope)
        .createSelectionQuery(
            "from InvoiceLine where invoiceId = :invoice order by position", InvoiceLine.class)
        .setParameter("invoice", invoiceId)
        .getResultList();
  }

  /**
   * What is owed and was due before a day, held until the transaction ends; without what somebody
   * else holds.
   */
  List<Invoice> pastDue(TenantScope scope, LocalDate day, int limit) {
    return sessions
        .of(scope)
        .createSelectionQuery(
            "from Invoice where status in :open and dueOn < :day order by id", Invoice.class)
        .setParameterList("open", List.of(InvoiceStatus.OPEN, InvoiceStatus.PARTIALLY_PAID))
        .setParameter("day", day)
        .setMaxResults(limit)
        .setHibernateLockMode(LockMode.UPGRADE_SKIPLOCKED)
        .getResultList();
  }

  /** What a customer owes in a currency, the oldest due first. */
  List<UUID> owedBy(TenantScope scope, UUID customerId, String currency) {
    return sessions
        .of(scope)
        .createSelectionQuery(
            "select id from Invoice where customerId = :customer and currency = :currency"
                + " and status in :owed order by dueOn, id",
            UUID.class)
        .setParameter("customer", customerId)
        .setParameter("currency", currency)
        .setParameterList(
            "owed",
            List.of(InvoiceStatus.OPEN, InvoiceStatus.PARTIALLY_PAID, InvoiceStatus.OVERDUE))
        .getResultList();
  }

  Page<Invoice> list(TenantScope scope, InvoiceFilter filter, PageRequest page) {
    return new KeysetQuery<>(Invoice.class, Invoice::id)
        .where("status = :status", "status", filter.status())
        .where("customerId = :customer", "customer", filter.customerId())
        .where("number = :number", "number", filter.number())
        .where("dueOn < :due", "due", filter.dueBefore())
        .page(sessions.of(scope), page);
  }
}
