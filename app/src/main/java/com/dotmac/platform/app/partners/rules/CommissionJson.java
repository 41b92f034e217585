package com.dotmac.platform.app.partners.rules;

import com.dotmac.platform.app.http.Patch;
import com.dotmac.platform.domain.partners.rules.Commission;
import com.dotmac.platform.domain.partners.rules.CommissionDetails;
import com.dotmac.platform.domain.partners.rules.EffectivePeriod;
import com.dotmac.platform.domain.partners.rules.RuleStatus;
import com.dotmac.platform.domain.partners.rules.RuleVersion;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openapitools.jackson.nullable.JsonNullable;

/** A rule of commission on the wire. */
final class CommissionJson {

  /** Least priority of a rule, which it has where nobody says. */
  static final int LOWEST = 1;

  /** Greatest priority of a rule. */
  static final int HIGHEST = 1000;

  private CommissionJson() {}

  /**
   * What creates a rule: for all partners without {@code partnerId}, from now on without {@code
   * effectiveFrom}, without end without {@code effectiveTo}. A priority that is left out is 1, the
   * lowest.
   */
  record Create(
      @Nullable UUID partnerId,
      @NotBlank @Size(max = 100) String name,
      @Nullable @Min(LOWEST) @Max(HIGHEST) Integer priority,
      @Nullable Instant effectiveFrom,
      @Nullable Instant effectiveTo,
      @NotNull @Valid TermsJson.Wish terms) {

    CommissionDetails details() {
      return new CommissionDetails(name, Objects.requireNonNullElse(priority, LOWEST));
    }

    EffectivePeriod period(Instant now) {
      return CommissionJson.period(effectiveFrom, effectiveTo, now);
    }
  }

  /** What changes name and priority; a field left out stays. */
  record Change(
      JsonNullable<@NotBlank @Size(max = 100) String> name,
      JsonNullable<@NotNull @Min(LOWEST) @Max(HIGHEST) Integer> priority) {

    CommissionDetails appliedTo(CommissionDetails present) {
      return new CommissionDetails(
          Patch.required(name, present.name()), Patch.required(priority, present.priority()));
    }
  }

  /**
   * What a rule is to say from an instant on, which is now without {@code effectiveFrom}; the whole
   * of it, what is left out does not stay.
   */
  record NextVersion(
      @Nullable Instant effectiveFrom,
      @Nullable Instant effectiveTo,
      @NotNull @Valid TermsJson.Wish terms) {

    EffectivePeriod period(Instant now) {
      return CommissionJson.period(effectiveFrom, effectiveTo, now);
    }
  }

  /** What a rule says from an instant on, as callers see it. */
  record Version(
      UUID id,
      int number,
      Instant effectiveFrom,
      @Nullable Instant effectiveTo,
      TermsJson.View terms,
      Instant createdAt) {

    static Version of(RuleVersion version) {
      return new Version(
          version.terms().versionId(),
          version.number(),
          version.period().from(),
          version.period().to(),
          TermsJson.View.of(version.terms(), version.scope()),
          version.createdAt());
    }
  }

  /**
   * A rule as callers see it, with what it was last said to say; that may count from a later
   * instant on.
   */
  record View(
      UUID id,
      @Nullable UUID partnerId,
      String name,
      int priority,
      RuleStatus status,
      Version lastVersion,
      Instant createdAt,
      Instant updatedAt) {

    static View of(Commission rule, RuleVersion last) {
      return new View(
          rule.id(),
          rule.partnerId(),
          rule.details().name(),
          rule.details().priority(),
          rule.status(),
          Version.of(last),
          rule.createdAt(),
          rule.updatedAt());
    }
  }

  /** Cut to what the database keeps. */
  private static EffectivePeriod period(@Nullable Instant from, @Nullable Instant to, Instant now) {
    return new EffectivePeriod(
        Objects.requireNonNullElse(from, now).truncatedTo(ChronoUnit.MICROS),
        to == null ? null : to.truncatedTo(ChronoUnit.MICROS));
  }
}
