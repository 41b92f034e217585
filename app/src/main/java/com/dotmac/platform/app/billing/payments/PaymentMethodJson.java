package com.dotmac.platform.app.billing.payments;

import com.dotmac.platform.app.http.Patch;
import com.dotmac.platform.domain.billing.payments.PaymentKind;
import com.dotmac.platform.domain.billing.payments.PaymentMethod;
import com.dotmac.platform.domain.billing.payments.PaymentMethodDraft;
import com.dotmac.platform.domain.billing.payments.PaymentMethodStatus;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openapitools.jackson.nullable.JsonNullable;

/** A way in which a customer pays, on the wire. */
final class PaymentMethodJson {

  private static final String PROVIDER = "[a-z][a-z0-9_]{0,49}";
  private static final String PROVIDER_MESSAGE =
      "must be a lower-case word of letters, digits and underscores, such as manual";

  private PaymentMethodJson() {}

  /**
   * What adds a method.
   *
   * @param kind by what means money comes
   * @param label what people call it; never the number of a card
   * @param provider who draws the money; left out: nobody, people record it
   * @param providerReference what the provider calls it: his token, never the number of a card
   * @param isDefault whether it takes the place of the default one; left out: it does not
   */
  record Create(
      @NotNull PaymentKind kind,
      @NotBlank @Size(max = 100) String label,
      @Nullable @Pattern(regexp = PROVIDER, message = PROVIDER_MESSAGE) String provider,
      @Nullable @Size(min = 1, max = 255) String providerReference,
      @Nullable Boolean isDefault) {

    PaymentMethodDraft draft() {
      return new PaymentMethodDraft(
          kind,
          label,
          provider == null ? "manual" : provider,
          providerReference,
          Boolean.TRUE.equals(isDefault));
    }
  }

  /** What changes a method: a field left out stays. */
  record Change(
      JsonNullable<@NotBlank @Size(max = 100) String> label,
      JsonNullable<@NotNull Boolean> isDefault) {

    @Nullable String wantedLabel() {
      return Patch.of(label, null);
    }

    @Nullable Boolean wantedDefault() {
      return Patch.of(isDefault, null);
    }
  }

  /** A method as callers see it. */
  record View(
      UUID id,
      UUID customerId,
      PaymentKind kind,
      String label,
      String provider,
      @Nullable String providerReference,
      PaymentMethodStatus status,
      boolean isDefault,
      Instant createdAt,
      Instant updatedAt) {

    static View of(PaymentMethod method) {
      return new View(
          method.id(),
          method.customerId(),
          method.kind(),
          method.label(),
          method.provider(),
          method.providerReference(),
          method.status(),
          method.isDefault(),
          method.createdAt(),
          method.updatedAt());
    }
  }
}
