package com.dotmac.platform.domain.partners.statements;

import com.dotmac.platform.domain.partners.ledger.Movement;
import com.dotmac.platform.domain.shared.Money;
import com.dotmac.platform.domain.shared.References;
import com.dotmac.platform.domain.tenancy.OwnRows;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Currency;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.annotations.TenantId;
import org.hibernate.type.SqlTypes;

/**
 * What a partner was owed in one currency at both ends of a closed month, and what changed it. Made
 * once and never changed: what is entered later is of a later month.
 */
@Entity
@Immutable
@SQLRestriction(OwnRows.CONDITION)
@Table(
    name = "partner_statements",
    uniqueConstraints =
        @UniqueConstraint(columnNames = {"tenant_id", "partner_id", "currency", "month"}))
public class PartnerStatement {

  @TenantId
  @Column(name = "tenant_id", nullable = false)
  private UUID tenantId;

  @Id
  @Column(nullable = false)
  private UUID id;

  @References(
      value = "partner_statement_periods",
      with = {"starts_at", "ends_at"})
  @Column(name = "period_id", nullable = false)
  private UUID periodId;

  @Column(name = "starts_at", nullable = false)
  private Instant startsAt;

  @Column(name = "ends_at", nullable = false)
  private Instant endsAt;

  @Column(nullable = false)
  private LocalDate month;

  @Column(name = "time_zone", nullable = false, length = 64)
  private String timeZone;

  @References("partners")
  @Column(name = "partner_id", nullable = false)
  private UUID partnerId;

  @Column(name = "partner_number", nullable = false, length = 20)
  private String partnerNumber;

  @Column(name = "partner_name", nullable = false, length = 255)
  private String partnerName;

  @Column(name = "issuer_name", nullable = false, length = 255)
  private String issuerName;

  @Column(nullable = false, length = 3)
  @JdbcTypeCode(SqlTypes.CHAR)
  private String currency;

  @Column(name = "opening_balance", nullable = false)
  private long openingBalance;

  @Column(nullable = false)
  private long earned;

  @Column(nullable = false)
  private long reversed;

  @Column(nullable = false)
  private long adjusted;

  @Column(name = "written_off", nullable = false)
  private long writtenOff;

  @Column(name = "paid_out", nullable = false)
  private long paidOut;

  @Column(nullable = false)
  private long returned;

  @Column(name = "closing_balance", nullable = false)
  private long closingBalance;

  @Column(nullable = false)
  private long held;

  @Column(nullable = false)
  private long payable;

  @Column(name = "in_flight", nullable = false)
  private long inFlight;

  @Column(name = "made_at", nullable = false)
  private Instant madeAt;

  /** For Hibernate. */
  protected PartnerStatement() {}

  /** Identifier. */
  public UUID id() {
    return id;
  }

  /** The month. */
  public StatementPeriod period() {
    return new StatementPeriod(YearMonth.from(month), startsAt, endsAt, ZoneId.of(timeZone));
  }

  /** Whose it is. */
  public UUID partnerId() {
    return partnerId;
  }

  /** The number of the partner. */
  public String partnerNumber() {
    return partnerNumber;
  }

  /** What the partner was called when it was made. */
  public String partnerName() {
    return partnerName;
  }

  /** What the tenant was called when it was made. */
  public String issuerName() {
    return issuerName;
  }

  /** Of all its amounts. */
  public Currency currency() {
    return Currency.getInstance(currency);
  }

  /** What was owed to the partner at the start; below zero: he owed. */
  public Money openingBalance() {
    return money(openingBalance);
  }

  /** By how much more was owed because of a movement; below zero: less. */
  public Money amount(Movement movement) {
    return money(
        switch (movement) {
          case EARNED -> earned;
          case REVERSED -> reversed;
          case ADJUSTED -> adjusted;
          case WRITTEN_OFF -> writtenOff;
          case PAID_OUT -> paidOut;
          case RETURNED -> returned;
        });
  }

  /** What was owed at the end: the opening balance and all movements; below zero: he owed. */
  public Money closingBalance() {
    return money(closingBalance);
  }

  /** What of the closing balance was held back. */
  public Money held() {
    return money(held);
  }

  /** What of it was to be paid out; below zero: what he owed was carried. */
  public Money payable() {
    return money(payable);
  }

  /** What of it was in payouts that had not ended. */
  public Money inFlight() {
    return money(inFlight);
  }

  /** When it was made. */
  public Instant madeAt() {
    return madeAt;
  }

  private Money money(long minor) {
    return Money.of(minor, currency);
  }
}
