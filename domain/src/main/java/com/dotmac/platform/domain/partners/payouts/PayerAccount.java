package com.dotmac.platform.domain.partners.payouts;

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
import java.time.Instant;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.annotations.TenantId;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What partners are paid from, if it is the newest of its currency. Never changed. */
@Entity
@Immutable
@SQLRestriction(OwnRows.CONDITION)
@Table(name = "partner_payer_accounts")
public class PayerAccount {

  private static final String PURPOSE = "partner-payer-account";

  @TenantId
  @Column(name = "tenant_id", nullable = false)
  private UUID tenantId;

  @Id
  @Column(nullable = false)
  private UUID id;

  @Column(nullable = false, length = 3)
  @JdbcTypeCode(SqlTypes.CHAR)
  private String currency;

  @Column(nullable = false, length = 20)
  @Convert(converter = PayeeMethod.Column.class)
  private PayeeMethod method;

  @Column(nullable = false, length = 140)
  private String holder;

  @Column(nullable = false, length = 20)
  private String hint;

  @Column(name = "sealed_account", nullable = false, length = 2000)
  private String sealedAccount;

  @Column(name = "created_at", nullable = false)
  private Instant createdAt;

  /** For Hibernate. */
  protected PayerAccount() {}

  PayerAccount(CallContext context, Currency currency, BankAccount account, Seals seals) {
    tenantId = context.scope().tenantId();
    id = Identifiers.next(context.at());
    this.currency = currency.getCurrencyCode();
    method = account.method();
    holder = account.holder();
    hint = account.hint();
    sealedAccount = seals.seal(place(), account.secret());
    createdAt = context.at();
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
    return method;
  }

  /** Whose account it is, as the bank knows him. */
  public String holder() {
    return holder;
  }

  /** The end of its number. */
  public String hint() {
    return hint;
  }

  /** Since when. */
  public Instant createdAt() {
    return createdAt;
  }

  BankAccount open(Seals seals) {
    return BankAccount.opened(holder, method, seals.open(place(), sealedAccount));
  }

  private SealedFor place() {
    return new SealedFor(new TenantScope(tenantId), PURPOSE, id);
  }

  /** What the audit trail keeps of an account: nothing that money could be drawn with. */
  Map<String, @Nullable Object> auditState() {
    Map<String, @Nullable Object> state = new LinkedHashMap<>();
    state.put("currency", currency);
    state.put("method", method.code());
    state.put("holder", holder);
    state.put("hint", hint);
    return state;
  }
}
