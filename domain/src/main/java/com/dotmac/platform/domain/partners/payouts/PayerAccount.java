package com.dotmac.platform.domain.partners.payouts;

import com.dotmac.platform.domain.sealing.SealedFor;
import com.dotmac.platform.domain.sealing.Seals;
import com.dotmac.platform.domain.shared.Identifiers;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.OwnRows;
import com.dotmac.platform.domain.tenancy.TenantScope;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.annotations.TenantId;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * What account partners are paid from in a currency. Changed only through {@link
 * BankAccountService}.
 */
@Entity
@SQLRestriction(OwnRows.CONDITION)
@Table(
    name = "partner_payer_accounts",
    uniqueConstraints = @UniqueConstraint(columnNames = {"tenant_id", "currency"}))
public class PayerAccount {

  private static final String PURPOSE = "partner-payer-account";

  @TenantId
  @Column(name = "tenant_id", nullable = false)
  private UUID tenantId;

  @Id
  @Column(nullable = false)
  private UUID id;

  @Column(nullable = false, length = 3, updatable = false)
  @JdbcTypeCode(SqlTypes.CHAR)
  private String currency;

  @Embedded private SealedAccount account;

  @Column(name = "updated_at", nullable = false)
  private Instant updatedAt;

  @Version
  @Column(nullable = false)
  private int version;

  /** For Hibernate. */
  protected PayerAccount() {}

  PayerAccount(CallContext context, Currency currency, BankAccount account, Seals seals) {
    tenantId = context.scope().tenantId();
    id = Identifiers.next(context.at());
    this.currency = currency.getCurrencyCode();
    change(account, seals, context.at());
  }

  /** Identifier. */
  public UUID id() {
    return id;
  }

  /** What is paid from it. */
  public Currency currency() {
    return Currency.getInstance(currency);
  }

  /** How it is known to its bank. */
  public PayeeMethod method() {
    return account.method();
  }

  /** Whose account it is, as the bank knows him. */
  public String holder() {
    return account.holder();
  }

  /** The end of its number. */
  public String hint() {
    return account.hint();
  }

  /** When it was last changed. */
  public Instant updatedAt() {
    return updatedAt;
  }

  /** Grows by one with each change. */
  public int version() {
    return version;
  }

  final void change(BankAccount wanted, Seals seals, Instant at) {
    account = new SealedAccount(wanted, place(), seals);
    updatedAt = at;
  }

  BankAccount open(Seals seals) {
    return account.open(place(), seals);
  }

  private SealedFor place() {
    return new SealedFor(new TenantScope(tenantId), PURPOSE, id);
  }

  Map<String, @Nullable Object> auditState() {
    Map<String, @Nullable Object> state = new LinkedHashMap<>();
    state.put("currency", currency);
    state.putAll(account.auditState());
    return state;
  }
}
