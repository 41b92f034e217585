package com.dotmac.platform.domain.partners.statements;

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
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.annotations.TenantId;

/** A month of a tenant that was closed, to be read: it is closed once and stays so. */
@Entity
@Immutable
@SQLRestriction(OwnRows.CONDITION)
@Table(
    name = "partner_statement_periods",
    uniqueConstraints = {
      @UniqueConstraint(columnNames = {"tenant_id", "month"}),
      @UniqueConstraint(columnNames = {"tenant_id", "id", "starts_at", "ends_at"})
    })
public class PartnerStatementPeriod {

  @TenantId
  @Column(name = "tenant_id", nullable = false)
  private UUID tenantId;

  @Id
  @Column(nullable = false)
  private UUID id;

  @Column(nullable = false)
  private LocalDate month;

  @Column(name = "time_zone", nullable = false, length = 64)
  private String timeZone;

  @Column(name = "starts_at", nullable = false)
  private Instant startsAt;

  @Column(name = "ends_at", nullable = false)
  private Instant endsAt;

  @Column(name = "closed_at", nullable = false)
  private Instant closedAt;

  /** For Hibernate. */
  protected PartnerStatementPeriod() {}

  /** Identifier. */
  public UUID id() {
    return id;
  }

  /** The month. */
  public StatementPeriod period() {
    return new StatementPeriod(YearMonth.from(month), startsAt, endsAt, ZoneId.of(timeZone));
  }

  /** When it was closed. */
  public Instant closedAt() {
    return closedAt;
  }
}
