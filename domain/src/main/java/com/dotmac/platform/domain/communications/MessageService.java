package com.dotmac.platform.domain.communications;

import com.dotmac.platform.domain.sealing.SealingException;
import com.dotmac.platform.domain.sealing.Seals;
import com.dotmac.platform.domain.shared.Page;
import com.dotmac.platform.domain.shared.PageRequest;
import com.dotmac.platform.domain.tenancy.AuditTrail;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantService;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import java.util.UUID;

/**
 * The door to messages: write one, read the log, take up again what failed.
 *
 * <p>A message is written in the transaction of its cause. It goes out when that is committed, and
 * there never was one when it is rolled back.
 */
public final class MessageService {

  private final MessageRepository messages;
  private final TenantService tenants;
  private final Seals seals;
  private final MessageDispatch dispatch;
  private final AuditTrail audit;

  /**
   * A door for the sessions of one database.
   *
   * @param sessions where the current session comes from
   * @param tenants tells the name that a tenant goes by
   * @param seals keeps what a message carries
   * @param dispatch has it sent
   * @param audit where acts are recorded
   */
  public MessageService(
      TenantSessions sessions,
      TenantService tenants,
      Seals seals,
      MessageDispatch dispatch,
      AuditTrail audit) {
    messages = new MessageRepository(sessions);
    this.tenants = tenants;
    this.seals = seals;
    this.dispatch = dispatch;
    this.audit = audit;
  }

  /**
   * Writes a message, to be sent when the transaction is committed. Leaves no row in the audit
   * trail: what caused it does, and the message is its own record.
   *
   * @return the message, pending
   * @throws SealingException.NotConfigured if it carries a secret and there is no key to seal with
   */
  public Message write(CallContext context, MessageDraft draft) {
    TenantScope scope = context.scope();
    Message message = new Message(context, draft, tenants.get(scope).name(), seals);
    messages.add(scope, message);
    messages.flush(scope);
    dispatch.dispatch(scope, message.id(), context.at());
    return message;
  }

  /**
   * Writes a message that says nothing but that mail arrives.
   *
   * @return the message, pending
   */
  public Message writeTest(CallContext context, Recipient recipient) {
    Message message = write(context, new MessageDraft(MessageTemplate.TEST, recipient, null, null));
    audit.record(context, "message.tested", message.id(), null, message.auditState());
    return message;
  }

  /**
   * The message with an identifier.
   *
   * @throws MessageException.NotFound if the tenant has none
   */
  public Message get(TenantScope scope, UUID id) {
    return messages.find(scope, id).orElseThrow(MessageException.NotFound::new);
  }

  /** A page of the log, newest first. */
  public Page<Message> list(TenantScope scope, MessageFilter filter, PageRequest page) {
    return messages.list(scope, filter, page);
  }

  /**
   * Takes up again a message that was given up; one that waits goes on waiting. Needs no version:
   * whoever comes second finds it pending.
   *
   * @return the message, pending
   * @throws MessageException if there is no such message, it was sent, or it is of no use any more
   */
  public Message retry(CallContext context, UUID id) {
    TenantScope scope = context.scope();
    Message message = messages.findForChange(scope, id).orElseThrow(MessageException.NotFound::new);
    if (message.status() == MessageStatus.SENT) {
      throw new MessageException.AlreadySent();
    }
    if (!message.usefulAt(context.at())) {
      throw new MessageException.Expired();
    }
    if (message.status() == MessageStatus.FAILED) {
      var before = message.auditState();
      message.takeUpAgain();
      messages.flush(scope);
      dispatch.dispatch(scope, id, context.at());
      audit.record(context, "message.retried", id, before, message.auditState());
    }
    return message;
  }
}
