package com.dotmac.platform.domain.partners.payouts;

import com.dotmac.platform.domain.billing.payments.Decline;
import com.dotmac.platform.domain.shared.Money;
import com.dotmac.platform.domain.shared.References;
import com.dotmac.platform.domain.tenancy.OwnRows;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.annotations.TenantId;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * What a partner is paid in one currency at one time. Made by the thousand, by one statement of
 * {@link PayoutRows}; changed one by one here.
 */
@Entity
@SQLRestriction(OwnRows.CONDITION)
@Table(
    name = "partner_payouts",
    uniqueConstraints = {
      @UniqueConstraint(columnNames = {"tenant_id", "id", "partner_id", "currency"}),
      @UniqueConstraint(columnNames = {"tenant_id", "batch_id", "partner_id"})
    })
public class Payout {

  @TenantId
  @Column(name = "tenant_id", nullable = false)
  private UUID tenantId;

  @Id
  @Column(nullable = false)
  private UUID id;

  @References("partner_payout_batches")
  @Column(name = "batch_id", nullable = false, updatable = false)
  private UUID batchId;

  @References("partners")
  @Column(name = "partner_id", nullable = false, updatable = false)
  private UUID partnerId;

  @Column(nullable = false, length = 3, updatable = false)
  @JdbcTypeCode(SqlTypes.CHAR)
  private String currency;

  @Column(nullable = false, updatable = false)
  private long amount;

  @References("partner_payee_accounts")
  @Column(name = "payee_account_id")
  private @Nullable UUID payeeAccountId;

  @Column(nullable = false, length = 20)
  @Convert(converter = PayoutStatus.Column.class)
  private PayoutStatus status;

  @Column(nullable = false)
  private int attempts;

  @Column(name = "provider_payout_id", length = 255)
  private @Nullable String providerPayoutId;

  @Column(name = "failure_code", length = 100)
  private @Nullable String failureCode;

  @Column(name = "failure_reason", length = 500)
  private @Nullable String failureReason;

  @Column(name = "sent_at")
  private @Nullable Instant sentAt;

  @Column(name = "completed_at")
  private @Nullable Instant completedAt;

  @Column(name = "created_at", nullable = false, updatable = false)
  private Instant createdAt;

  @Column(name = "updated_at", nullable = false)
  private Instant updatedAt;

  @Version
  @Column(nullable = false)
  private int version;

  /** For Hibernate. */
  protected Payout() {}

  /** Identifier. */
  public UUID id() {
    return id;
  }

  /** The batch that it is part of. */
  public UUID batchId() {
    return batchId;
  }

  /** Who is paid. */
  public UUID partnerId() {
    return partnerId;
  }

  /** How much: the sum of its lines. */
  public Money amount() {
    return Money.of(amount, currency);
  }

  /** Where it stands. */
  public PayoutStatus status() {
    return status;
  }

  /** How often it was handed over anew. */
  public int attempts() {
    return attempts;
  }

  /** The account that it was sent to in the last attempt; {@code null}: it was not sent. */
  public @Nullable UUID payeeAccountId() {
    return payeeAccountId;
  }

  /** What whoever moves the money calls it; {@code null}: nothing that is known. */
  public @Nullable String providerPayoutId() {
    return providerPayoutId;
  }

  /** Why it failed, for programs; {@code null}: it did not. */
  public @Nullable String failureCode() {
    return failureCode;
  }

  /** Why it failed, for people; {@code null}: it did not. */
  public @Nullable String failureReason() {
    return failureReason;
  }

  /** When it was handed over last; {@code null}: it was not. */
  public @Nullable Instant sentAt() {
    return sentAt;
  }

  /** When the money reached the partner; {@code null}: it did not. */
  public @Nullable Instant completedAt() {
    return completedAt;
  }

  /** When it was made. */
  public Instant createdAt() {
    return createdAt;
  }

  /** When it was last changed. */
  public Instant updatedAt() {
    return updatedAt;
  }

  /** Grows by one with each change. */
  public int version() {
    return version;
  }

  /**
   * What is done once by whoever moves the money: the payout and the number of the attempt, in 35
   * characters at the most, which is what banks take.
   */
  public String attemptKey() {
    return id.toString().replace("-", "") + "." + attempts;
  }

  /** Hands it over anew: another attempt, by another key. */
  void send(UUID accountId, Instant at) {
    step(PayoutStatus.PROCESSING, at);
    payeeAccountId = accountId;
    attempts++;
    sentAt = at;
    failureCode = null;
    failureReason = null;
    providerPayoutId = null;
  }

  /** It is under way, and this is what the provider calls it. */
  void underway(@Nullable String name, Instant at) {
    if (status == PayoutStatus.UNKNOWN) {
      step(PayoutStatus.PROCESSING, at);
    }
    providerPayoutId = name;
    updatedAt = at;
  }

  void lose(Instant at) {
    step(PayoutStatus.UNKNOWN, at);
  }

  void complete(@Nullable String name, Instant reachedAt, Instant at) {
    step(PayoutStatus.COMPLETED, at);
    providerPayoutId = name == null ? providerPayoutId : name;
    completedAt = reachedAt;
  }

  void fail(Decline decline, Instant at) {
    step(PayoutStatus.FAILED, at);
    failureCode = decline.code();
    failureReason = decline.reason();
    completedAt = null;
  }

  void tryAgain(Instant at) {
    step(PayoutStatus.READY, at);
  }

  private void step(PayoutStatus next, Instant at) {
    PayoutStates.check(status, next);
    status = next;
    updatedAt = at;
  }

  /** What the audit trail keeps of a payout. */
  Map<String, @Nullable Object> auditState() {
    Map<String, @Nullable Object> state = new LinkedHashMap<>();
    state.put("partnerId", partnerId.toString());
    state.put("amount", amount().toString());
    state.put("status", status.code());
    state.put("attempts", attempts);
    state.put("payeeAccountId", payeeAccountId == null ? null : payeeAccountId.toString());
    state.put("providerPayoutId", providerPayoutId);
    state.put("failureCode", failureCode);
    state.put("failureReason", failureReason);
    return state;
  }
}
