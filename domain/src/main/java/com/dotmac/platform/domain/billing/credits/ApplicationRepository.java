package com.dotmac.platform.domain.billing.credits;

import com.dotmac.platform.domain.shared.KeysetQuery;
import com.dotmac.platform.domain.shared.Page;
import com.dotmac.platform.domain.shared.PageRequest;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The queries over {@code credit_note_applications}. */
final class ApplicationRepository {

  private final TenantSessions sessions;

  ApplicationRepository(TenantSessions sessions) {
    this.sessions = sessions;
  }

  void add(TenantScope scope, CreditNoteApplication application) {
    sessions.of(scope).persist(application);
  }

  Optional<CreditNoteApplication> find(TenantScope scope, UUID id) {
    return Optional.ofNullable(sessions.of(scope).find(CreditNoteApplication.class, id));
  }

  Page<CreditNoteApplication> list(TenantScope scope, UUID noteId, PageRequest page) {
    return new KeysetQuery<>(CreditNoteApplication.class, CreditNoteApplication::id)
        .where("creditNoteId = :note", "note", noteId)
        .page(sessions.of(scope), page);
  }

  /** Those of a note that count. */
  List<CreditNoteApplication> standingOfNote(TenantScope scope, UUID noteId) {
    return standing(scope, "creditNoteId", noteId);
  }

  /** Those to an invoice that count. */
  List<CreditNoteApplication> standingOfInvoice(TenantScope scope, UUID invoiceId) {
    return standing(scope, "invoiceId", invoiceId);
  }

  private List<CreditNoteApplication> standing(TenantScope scope, String field, UUID id) {
    return sessions
        .of(scope)
        .createSelectionQuery(
            "from CreditNoteApplication where %s = :id and undoneAt is null order by id"
                .formatted(field),
            CreditNoteApplication.class)
        .setParameter("id", id)
        .getResultList();
  }
}
