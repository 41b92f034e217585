package com.dotmac.platform.app.billing.subscriptions;

import com.dotmac.platform.app.http.Quantity;
import com.dotmac.platform.app.http.RateJson;
import com.dotmac.platform.domain.billing.subscriptions.ChangeTime;
import com.dotmac.platform.domain.billing.subscriptions.ChargeKind;
import com.dotmac.platform.domain.billing.subscriptions.Subscription;
import com.dotmac.platform.domain.billing.subscriptions.SubscriptionCharge;
import com.dotmac.platform.domain.billing.subscriptions.SubscriptionOrder;
import com.dotmac.platform.domain.billing.subscriptions.SubscriptionStatus;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A subscription on the wire. */
final class SubscriptionJson {

  private SubscriptionJson() {}

  /** What subscribes a customer; a quantity that is left out is 1. */
  record Create(
      @NotNull UUID customerId, @NotNull UUID planId, @Nullable @Quantity BigDecimal quantity) {

    SubscriptionOrder order() {
      return new SubscriptionOrder(
          customerId, planId, Objects.requireNonNullElse(quantity, BigDecimal.ONE));
    }
  }

  /** Another plan, now or from the end of the period on. */
  record ChangePlan(@NotNull UUID planId, @NotNull ChangeTime when) {}

  /** That a subscription is to end, now or, if that is left out, with its period, and why. */
  record Cancel(@Nullable ChangeTime when, @Nullable @Size(min = 1, max = 500) String reason) {}

  /** Why something is done. */
  record Because(@Nullable @Size(min = 1, max = 500) String reason) {}

  /** A subscription as callers see it. */
  record View(
      UUID id,
      UUID customerId,
      UUID planId,
      @Nullable UUID nextPlanId,
      String quantity,
      SubscriptionStatus status,
      Instant periodStart,
      Instant periodEnd,
      boolean trial,
      @Nullable Instant pausedAt,
      @Nullable Instant canceledAt,
      @Nullable Instant endedAt,
      Instant createdAt,
      Instant updatedAt) {

    static View of(Subscription subscription) {
      return new View(
          subscription.id(),
          subscription.customerId(),
          subscription.planId(),
          subscription.nextPlanId(),
          Objects.requireNonNull(RateJson.text(subscription.quantity())),
          subscription.status(),
          subscription.period().from(),
          subscription.period().to(),
          subscription.isTrial(),
          subscription.pausedAt(),
          subscription.canceledAt(),
          subscription.endedAt(),
          subscription.createdAt(),
          subscription.updatedAt());
    }
  }

  /** An invoice that was made for a subscription, and the time that it is for. */
  record Charge(
      UUID id,
      UUID invoiceId,
      ChargeKind kind,
      Instant periodStart,
      Instant periodEnd,
      Instant chargedAt) {

    static Charge of(SubscriptionCharge charge) {
      return new Charge(
          charge.id(),
          charge.invoiceId(),
          charge.kind(),
          charge.period().from(),
          charge.period().to(),
          charge.chargedAt());
    }
  }
}
