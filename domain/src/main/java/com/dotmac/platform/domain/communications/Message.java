package com.dotmac.platform.domain.communications;

import com.dotmac.platform.domain.sealing.SealedFor;
import com.dotmac.platform.domain.sealing.Seals;
import com.dotmac.platform.domain.shared.Identifiers;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.OwnRows;
import com.dotmac.platform.domain.tenancy.TenantScope;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** A mail: first a thing to do, then the record that it was done or given up. */
@Entity
@SQLRestriction(OwnRows.CONDITION)
@Table(name = "communication_messages")
public class Message {

  static final int LONGEST_SUBJECT = 300;

  private static final int LONGEST_ERROR = 500;
  private static final String PURPOSE = "message";

  @TenantId
  @Column(name = "tenant_id", nullable = false)
  private UUID tenantId;

  @Id
  @Column(nullable = false)
  private UUID id;

  @Column(nullable = false, length = 50, updatable = false)
  @Convert(converter = MessageTemplate.Column.class)
  private MessageTemplate template;

  @Column(name = "recipient_address", nullable = false, length = 254, updatable = false)
  private String recipientAddress;

  @Column(name = "recipient_name", length = 200, updatable = false)
  private @Nullable String recipientName;

  @Column(nullable = false, length = LONGEST_SUBJECT, updatable = false)
  private String subject;

  @Column(name = "sealed_secret", length = 4000)
  private @Nullable String sealedSecret;

  @Column(nullable = false, length = 20)
  @Convert(converter = MessageStatus.Column.class)
  private MessageStatus status;

  @Column(nullable = false)
  private int attempts;

  @Column(name = "last_error", length = LONGEST_ERROR)
  private @Nullable String lastError;

  @Column(name = "created_at", nullable = false, updatable = false)
  private Instant createdAt;

  @Column(name = "expires_at", updatable = false)
  private @Nullable Instant expiresAt;

  @Column(name = "sent_at")
  private @Nullable Instant sentAt;

  @Version
  @Column(nullable = false)
  private int version;

  /** For Hibernate. */
  protected Message() {}

  Message(CallContext context, MessageDraft draft, String tenantName, Seals seals) {
    tenantId = context.scope().tenantId();
    id = Identifiers.next(context.at());
    template = draft.template();
    recipientAddress = draft.recipient().address();
    recipientName = draft.recipient().name();
    subject = draft.template().subject(tenantName);
    String secret = draft.secret();
    sealedSecret = secret == null ? null : seals.seal(place(), secret);
    status = MessageStatus.PENDING;
    createdAt = context.at();
    expiresAt = draft.expiresAt();
  }

  /** Identifier. */
  public UUID id() {
    return id;
  }

  /** Kind of message. */
  public MessageTemplate template() {
    return template;
  }

  /** To whom. */
  public Recipient recipient() {
    return new Recipient(recipientAddress, recipientName);
  }

  /** What it is about, in one line. */
  public String subject() {
    return subject;
  }

  /** Where it stands. */
  public MessageStatus status() {
    return status;
  }

  /** How often it was tried since it was written or taken up again. */
  public int attempts() {
    return attempts;
  }

  /** Why the last attempt failed; {@code null}: none did. */
  public @Nullable String lastError() {
    return lastError;
  }

  /** When it was written. */
  public Instant createdAt() {
    return createdAt;
  }

  /** From when on it is of no use; {@code null}: always of use. */
  public @Nullable Instant expiresAt() {
    return expiresAt;
  }

  /** When a mail server took it; {@code null}: not yet. */
  public @Nullable Instant sentAt() {
    return sentAt;
  }

  /** Grows by one with each change. */
  public int version() {
    return version;
  }

  boolean usefulAt(Instant instant) {
    return expiresAt == null || instant.isBefore(expiresAt);
  }

  /** The secret that it carries, in the clear; {@code null}: none. */
  @Nullable String secret(Seals seals) {
    return sealedSecret == null ? null : seals.open(place(), sealedSecret);
  }

  void sent(Instant at) {
    status = MessageStatus.SENT;
    attempts++;
    sentAt = at;
    lastError = null;
    sealedSecret = null;
  }

  void attemptFailed(String reason) {
    attempts++;
    lastError = OneLine.of(reason, LONGEST_ERROR);
  }

  void giveUp() {
    status = MessageStatus.FAILED;
  }

  void expire() {
    giveUp();
    lastError = "It was of no use any more before it could be sent.";
    sealedSecret = null;
  }

  void takeUpAgain() {
    status = MessageStatus.PENDING;
    attempts = 0;
  }

  /** What the audit trail keeps of a message. */
  Map<String, @Nullable Object> auditState() {
    Map<String, @Nullable Object> state = new LinkedHashMap<>();
    state.put("template", template.code());
    state.put("recipient", recipientAddress);
    state.put("status", status.code());
    return state;
  }

  private SealedFor place() {
    return new SealedFor(new TenantScope(tenantId), PURPOSE, id);
  }
}
