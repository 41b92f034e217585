package com.dotmac.platform.domain.communications;

import com.dotmac.platform.domain.shared.KeysetQuery;
import com.dotmac.platform.domain.shared.Page;
import com.dotmac.platform.domain.shared.PageRequest;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;

/** The queries over {@code communication_messages}. */
final class MessageRepository {

  private final TenantSessions sessions;

  MessageRepository(TenantSessions sessions) {
    this.sessions = sessions;
  }

  void add(TenantScope scope, Message message) {
    sessions.of(scope).persist(message);
  }

  void flush(TenantScope scope) {
    sessions.of(scope).flush();
  }

  Optional<Message> find(TenantScope scope, UUID id) {
    return Optional.ofNullable(sessions.of(scope).find(Message.class, id));
  }

  /** The message, held until the transaction ends: one at a time decides what becomes of it. */
  Optional<Message> findForChange(TenantScope scope, UUID id) {
    return Optional.ofNullable(
        sessions.of(scope).find(Message.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  Page<Message> list(TenantScope scope, MessageFilter filter, PageRequest page) {
    return new KeysetQuery<>(Message.class, Message::id)
        .where("status = :status", "status", filter.status())
        .where("template = :template", "template", filter.template())
        .where("recipientAddress = :recipient", "recipient", filter.recipientAddress())
        .page(sessions.of(scope), page);
  }
}
