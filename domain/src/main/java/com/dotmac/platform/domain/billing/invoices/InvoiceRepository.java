package com.dotmac.platform.domain.billing.invoices;

import com.dotmac.platform.domain.shared.KeysetQuery;
import com.dotmac.platform.domain.shared.Page;
import com.dotmac.platform.domain.shared.PageRequest;
import com.dotmac.platform.domain.shared.SqlArrays;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.LockMode;

/** The queries over {@code invoices} and {@code invoice_lines}. */
final class InvoiceRepository {

  private static final List<InvoiceStatus> OWED =
      List.of(InvoiceStatus.OPEN, InvoiceStatus.PARTIALLY_PAID, InvoiceStatus.OVERDUE);

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

  /**
   * Those of many invoices that there are, as they are now and by ascending identifier, held until
   * the transaction ends. None of them was read before in this session.
   */
  List<Invoice> holdAll(TenantScope scope, Collection<UUID> ids) {
    return sessions
        .of(scope)
        .createNativeQuery(
            """
            SELECT * FROM invoices
            WHERE tenant_id = current_tenant_id() AND id = ANY (CAST(:ids AS uuid[]))
            ORDER BY id FOR NO KEY UPDATE\
            """,
            Invoice.class)
        .setParameter("ids", SqlArrays.of(ids))
        .getResultList();
  }

  /** Those of many invoices that have lines. */
  Set<UUID> withLines(TenantScope scope, Collection<UUID> ids) {
    return Set.copyOf(
        sessions
            .of(scope)
            .createNativeQuery(
                """
                SELECT DISTINCT invoice_id FROM invoice_lines
                WHERE tenant_id = current_tenant_id() AND invoice_id = ANY (CAST(:ids AS uuid[]))\
                """,
                UUID.class)
            .setParameter("ids", SqlArrays.of(ids))
            .getResultList());
  }

  /** What each of many owes in a currency, in the order of {@link #owedBy}. */
  Map<Debtor, List<UUID>> owedByAll(TenantScope scope, Set<Debtor> debtors) {
    Map<Debtor, List<UUID>> owed = new HashMap<>();
    sessions
        .of(scope)
        .createNativeQuery(
            """
            SELECT customer_id, currency, id FROM invoices
            WHERE tenant_id = current_tenant_id() AND customer_id = ANY (CAST(:customers AS uuid[]))
              AND status = ANY (CAST(:owed AS text[]))
            ORDER BY due_on, id\
            """,
            Object[].class)
        .setParameter(
            "customers", SqlArrays.of(debtors.stream().map(Debtor::customerId).distinct().toList()))
        .setParameter("owed", SqlArrays.of(OWED.stream().map(InvoiceStatus::code).toList()))
        .addScalar("customer_id", UUID.class)
        .addScalar("currency", String.class)
        .addScalar("id", UUID.class)
        .getResultList()
        .forEach(
            row ->
                owed.computeIfAbsent(
                        new Debtor((UUID) row[0], Currency.getInstance((String) row[1])),
                        debtor -> new ArrayList<>())
                    .add((UUID) row[2]));
    owed.keySet().retainAll(debtors);
    return owed;
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
        .setParameterList("owed", OWED)
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
