package com.dotmac.platform.domain.billing.credits;

import com.dotmac.platform.domain.shared.ConstraintRefusals;
import com.dotmac.platform.domain.shared.KeysetQuery;
import com.dotmac.platform.domain.shared.Money;
import com.dotmac.platform.domain.shared.Page;
import com.dotmac.platform.domain.shared.PageRequest;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.LockMode;

/** The queries over {@code credit_notes} and {@code credit_note_lines}. */
final class CreditNoteRepository {

  private static final ConstraintRefusals REFUSALS =
      new ConstraintRefusals(
          Map.of("ck_credit_notes_within_invoice", CreditNoteException.ExceedsInvoice::new));

  private final TenantSessions sessions;

  CreditNoteRepository(TenantSessions sessions) {
    this.sessions = sessions;
  }

  void add(TenantScope scope, CreditNote note) {
    sessions.of(scope).persist(note);
    flush(scope);
  }

  void add(TenantScope scope, CreditNoteLine line) {
    sessions.of(scope).persist(line);
  }

  void flush(TenantScope scope) {
    REFUSALS.flush(sessions.of(scope));
  }

  Optional<CreditNote> find(TenantScope scope, UUID id) {
    return Optional.ofNullable(sessions.of(scope).find(CreditNote.class, id));
  }

  /** The note, which nobody else changes until the transaction ends. */
  Optional<CreditNote> findAndLock(TenantScope scope, UUID id) {
    return Optional.ofNullable(
        sessions.of(scope).find(CreditNote.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  /** Notes in the order of their identifiers, the order in which everybody locks them. */
  List<CreditNote> lock(TenantScope scope, List<UUID> ids) {
    return ids.isEmpty()
        ? List.of()
        : sessions
            .of(scope)
            .createSelectionQuery("from CreditNote where id in :ids order by id", CreditNote.class)
            .setParameter("ids", ids)
            .setLockMode(LockModeType.PESSIMISTIC_WRITE)
            .getResultList();
  }

  /** Whether this transaction has locked the note. */
  boolean isLocked(TenantScope scope, CreditNote note) {
    return sessions.of(scope).getCurrentLockMode(note).greaterThan(LockMode.READ);
  }

  Page<CreditNote> list(TenantScope scope, CreditNoteFilter filter, PageRequest page) {
    return new KeysetQuery<>(CreditNote.class, CreditNote::id)
        .where("customerId = :customer", "customer", filter.customerId())
        .where("invoiceId = :invoice", "invoice", filter.invoiceId())
        .where("status = :status", "status", filter.status())
        .page(sessions.of(scope), page);
  }

  /** The lines of a note, in their order. */
  List<CreditNoteLine> lines(TenantScope scope, UUID noteId) {
    return sessions
        .of(scope)
        .createSelectionQuery(
            "from CreditNoteLine where creditNoteId = :note order by position",
            CreditNoteLine.class)
        .setParameter("note", noteId)
        .getResultList();
  }

  /** Lines of all notes of an invoice that are not void. */
  List<CreditNoteLine> standingLines(TenantScope scope, UUID invoiceId) {
    return sessions
        .of(scope)
        .createSelectionQuery(
            "select l from CreditNoteLine l join CreditNote n on n.id = l.creditNoteId"
                + " where n.invoiceId = :invoice and n.status <> :void",
            CreditNoteLine.class)
        .setParameter("invoice", invoiceId)
        .setParameter("void", CreditNoteStatus.VOID)
        .getResultList();
  }

  /** The identifiers of notes that an end of the invoice would touch: its own, and applied ones. */
  List<UUID> touchedBy(TenantScope scope, UUID invoiceId) {
    return sessions
        .of(scope)
        .createSelectionQuery(
            "select n.id from CreditNote n where n.status <> :void and (n.invoiceId = :invoice"
                + " or exists (select 1 from CreditNoteApplication a where a.creditNoteId = n.id"
                + " and a.invoiceId = :invoice and a.undoneAt is null)) order by n.id",
            UUID.class)
        .setParameter("invoice", invoiceId)
        .setParameter("void", CreditNoteStatus.VOID)
        .getResultList();
  }

  /** What is left of the notes of a customer, one sum for each currency in which there is any. */
  List<Money> credit(TenantScope scope, UUID customerId) {
    return sessions
        .of(scope)
        .createSelectionQuery(
            "select currency, sum(remainingAmount) from CreditNote where customerId = :customer"
                + " and remainingAmount > 0 group by currency order by currency",
            Object[].class)
        .setParameter("customer", customerId)
        .getResultList()
        .stream()
        .map(row -> Money.of((Long) row[1], (String) row[0]))
        .toList();
  }
}
