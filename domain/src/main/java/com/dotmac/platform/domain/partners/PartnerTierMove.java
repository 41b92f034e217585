package com.dotmac.platform.domain.partners;

import com.dotmac.platform.domain.shared.Identifiers;
import com.dotmac.platform.domain.shared.Money;
import com.dotmac.platform.domain.shared.References;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.OwnRows;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.annotations.TenantId;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** How a partner came from one tier to another. Never changed. */
@Entity
@Immutable
@SQLRestriction(OwnRows.CONDITION)
@Table(name = "partner_tier_moves")
public class PartnerTierMove {

  @TenantId
  @Column(name = "tenant_id", nullable = false)
  private UUID tenantId;

  @Id
  @Column(nullable = false)
  private UUID id;

  @References("partners")
  @Column(name = "partner_id", nullable = false)
  private UUID partnerId;

  @Column(name = "from_tier", nullable = false, length = 20)
  @Convert(converter = PartnerTier.Column.class)
  private PartnerTier from;

  @Column(name = "to_tier", nullable = false, length = 20)
  @Convert(converter = PartnerTier.Column.class)
  private PartnerTier to;

  @Column(nullable = false, length = 20)
  @Convert(converter = TierMoveCause.Column.class)
  private TierMoveCause cause;

  @Column(name = "window_from")
  private @Nullable Instant windowFrom;

  @Column(name = "window_to")
  private @Nullable Instant windowTo;

  @Column(length = 3)
  @JdbcTypeCode(SqlTypes.CHAR)
  private @Nullable String currency;

  @Column(name = "collected_amount")
  private @Nullable Long collectedAmount;

  @Column private @Nullable Long customers;

  @Column(name = "moved_at", nullable = false)
  private Instant movedAt;

  /** For Hibernate. */
  protected PartnerTierMove() {}

  /** A move that people made. */
  PartnerTierMove(CallContext context, UUID partnerId, PartnerTier from, PartnerTier to) {
    tenantId = context.scope().tenantId();
    id = Identifiers.next(context.at());
    this.partnerId = partnerId;
    this.from = from;
    this.to = to;
    cause = TierMoveCause.MANUAL;
    movedAt = context.at();
  }

  /** Identifier. */
  public UUID id() {
    return id;
  }

  /** Who moved. */
  public UUID partnerId() {
    return partnerId;
  }

  /** Where he stood. */
  public PartnerTier from() {
    return from;
  }

  /** Where he stands since. */
  public PartnerTier to() {
    return to;
  }

  /** What moved him. */
  public TierMoveCause cause() {
    return cause;
  }

  /** The numbers that moved him; {@code null}: people did. */
  public @Nullable TierNumbers numbers() {
    return windowFrom == null
            || windowTo == null
            || collectedAmount == null
            || currency == null
            || customers == null
        ? null
        : new TierNumbers(windowFrom, windowTo, Money.of(collectedAmount, currency), customers);
  }

  /** When he moved. */
  public Instant movedAt() {
    return movedAt;
  }
}
