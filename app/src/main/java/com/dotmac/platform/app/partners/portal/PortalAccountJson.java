package com.dotmac.platform.app.partners.portal;

import com.dotmac.platform.app.http.RateJson;
import com.dotmac.platform.domain.partners.PartnerAccount;
import com.dotmac.platform.domain.partners.PartnerAccountDetails;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A customer whom the partner looks after, as the partner sees him, on the wire. */
final class PortalAccountJson {

  private PortalAccountJson() {}

  /** An account; what the tenant notes about it for itself is not here. */
  record View(
      UUID id,
      UUID customerId,
      String customerName,
      String engagementType,
      @Nullable String customCommissionRate,
      boolean active,
      Instant startedAt,
      @Nullable Instant endedAt) {

    static View of(PartnerAccount account, Map<UUID, String> names) {
      PartnerAccountDetails details = account.details();
      return new View(
          account.id(),
          account.customerId(),
          Objects.requireNonNull(names.get(account.customerId())),
          details.engagementType(),
          RateJson.text(details.customCommissionRate()),
          account.endedAt() == null,
          account.startedAt(),
          account.endedAt());
    }
  }
}
