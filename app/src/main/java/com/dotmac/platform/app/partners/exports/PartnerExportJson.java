package com.dotmac.platform.app.partners.exports;

import com.dotmac.platform.domain.partners.exports.ExportKind;
import com.dotmac.platform.domain.partners.exports.ExportStatus;
import com.dotmac.platform.domain.partners.exports.ExportWish;
import com.dotmac.platform.domain.partners.exports.PartnerExport;
import com.dotmac.platform.domain.partners.statements.MetricsPeriod;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Exports on the wire. */
final class PartnerExportJson {

  private PartnerExportJson() {}

  /**
   * What asks for an export.
   *
   * @param kind what is exported
   * @param partnerId of whom; left out: of all partners
   * @param from first instant at which its facts happened
   * @param to first instant after that; five years later at the most
   */
  record Request(
      @NotNull ExportKind kind,
      @Nullable UUID partnerId,
      @NotNull Instant from,
      @NotNull Instant to) {

    ExportWish wish() {
      return new ExportWish(kind, partnerId, new MetricsPeriod(from, to));
    }
  }

  /**
   * An export.
   *
   * @param lines how many lines it has, once it is done
   * @param failure why it was given up
   * @param finishedAt when it was made, or given up
   * @param expiresAt from when on there is no file any more
   */
  record View(
      UUID id,
      ExportKind kind,
      @Nullable UUID partnerId,
      Instant from,
      Instant to,
      ExportStatus status,
      @Nullable Long lines,
      @Nullable String failure,
      Instant requestedAt,
      @Nullable Instant finishedAt,
      @Nullable Instant expiresAt) {

    static View of(PartnerExport export) {
      return new View(
          export.id(),
          export.kind(),
          export.partnerId(),
          export.period().from(),
          export.period().to(),
          export.status(),
          export.lineCount(),
          export.failure(),
          export.requestedAt(),
          export.finishedAt(),
          export.expiresAt());
    }
  }
}
