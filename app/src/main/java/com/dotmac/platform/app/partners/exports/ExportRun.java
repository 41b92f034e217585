package com.dotmac.platform.app.partners.exports;

import com.dotmac.platform.app.persistence.UnitsOfWork;
import com.dotmac.platform.domain.partners.exports.ExportMaking;
import com.dotmac.platform.domain.partners.exports.PartnerExport;
import com.dotmac.platform.domain.tenancy.Actor;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.TenantScope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what is due for an export: makes it, or drops its file once its time is over.
 *
 * @param making the door
 * @param unitsOfWork where its verbs run
 * @param clock tells the instant
 */
public record ExportRun(ExportMaking making, UnitsOfWork unitsOfWork, Clock clock) {

  private static final int MOST_ATTEMPTS = 3;
  private static final Duration BETWEEN = Duration.ofMinutes(1);
  private static final Logger LOGGER = LoggerFactory.getLogger(ExportRun.class);

  /**
   * Does it.
   *
   * @return when there is something to be done again; empty: never
   */
  public Optional<Instant> of(TenantScope scope, UUID exportId) {
    Optional<PartnerExport> found =
        unitsOfWork.in(scope, () -> making.begin(scope, exportId, context(scope).at()));
    if (found.isEmpty()) {
      return Optional.empty();
    }
    return switch (found.get().status()) {
      case REQUESTED, RUNNING -> make(scope, found.get());
      case DONE -> dropOnTime(scope, found.get());
      case FAILED, EXPIRED -> Optional.empty();
    };
  }

  private Optional<Instant> make(TenantScope scope, PartnerExport export) {
    try {
      return Optional.ofNullable(
          unitsOfWork.in(scope, () -> making.make(context(scope), export.id())).expiresAt());
    } catch (RuntimeException e) {
      LOGGER.error("The export {} was not made", export.id(), e);
      if (export.attempts() < MOST_ATTEMPTS) {
        return Optional.of(clock.instant().plus(BETWEEN));
      }
      unitsOfWork.in(
          scope,
          () -> {
            making.fail(context(scope), export.id(), "The server could not make it.");
            return export;
          });
      return Optional.empty();
    }
  }

  private Optional<Instant> dropOnTime(TenantScope scope, PartnerExport export) {
    Instant end = Objects.requireNonNull(export.expiresAt());
    if (clock.instant().isBefore(end)) {
      return Optional.of(end);
    }
    unitsOfWork.in(
        scope,
        () -> {
          making.expire(context(scope), export.id());
          return export;
        });
    return Optional.empty();
  }

  private CallContext context(TenantScope scope) {
    return new CallContext(
        scope, Actor.system(ExportJob.KIND.getTaskName()), clock.instant(), null, null);
  }
}
