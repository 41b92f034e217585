package com.dotmac.platform.app.partners.tiers;

import com.dotmac.platform.app.http.Amount;
import com.dotmac.platform.app.http.CurrencyCode;
import com.dotmac.platform.app.http.MoneyJson;
import com.dotmac.platform.app.http.Patch;
import com.dotmac.platform.domain.partners.PartnerTier;
import com.dotmac.platform.domain.partners.PartnerTierMove;
import com.dotmac.platform.domain.partners.TierMoveCause;
import com.dotmac.platform.domain.partners.TierNumbers;
import com.dotmac.platform.domain.partners.tiers.TierHindrance;
import com.dotmac.platform.domain.partners.tiers.TierProgram;
import com.dotmac.platform.domain.partners.tiers.TierThreshold;
import com.dotmac.platform.domain.partners.tiers.TierVerdict;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openapitools.jackson.nullable.JsonNullable;

/** Tiers of partners on the wire. */
final class TierProgramJson {

  /** How many tiers can be reached by numbers. */
  private static final int TIERS = 3;

  private TierProgramJson() {}

  /**
   * What a tier asks for: all that it names.
   *
   * @param tier {@code silver}, {@code gold} or {@code platinum}
   * @param collectedAmount the least that customers paid in the window, in minor units
   * @param customers the least number of customers who paid in the window
   */
  record Threshold(
      @NotNull PartnerTier tier,
      @Nullable @Amount String collectedAmount,
      @Nullable @Min(1) Integer customers) {

    TierThreshold threshold() {
      return new TierThreshold(
          tier, collectedAmount == null ? null : Long.valueOf(collectedAmount), customers);
    }

    static Threshold of(TierThreshold threshold) {
      Long amount = threshold.collectedAmount();
      return new Threshold(
          threshold.tier(), amount == null ? null : Long.toString(amount), threshold.customers());
    }
  }

  /** What changes the program; a field left out stays. A list takes the place of the whole list. */
  record Change(
      JsonNullable<@NotNull @CurrencyCode String> currency,
      JsonNullable<@NotNull @Min(1) @Max(TierProgram.MAX_MONTHS) Integer> windowMonths,
      JsonNullable<@NotNull Boolean> automatic,
      JsonNullable<@NotNull @Size(max = TIERS) List<@NotNull @Valid Threshold>> tiers) {

    TierProgram appliedTo(TierProgram present) {
      return new TierProgram(
          Currency.getInstance(Patch.required(currency, present.currency().getCurrencyCode())),
          Patch.required(windowMonths, present.windowMonths()),
          Patch.required(automatic, present.automatic()),
          thresholds(present.thresholds()));
    }

    private List<TierThreshold> thresholds(List<TierThreshold> present) {
      @Nullable List<Threshold> wanted = tiers.isPresent() ? tiers.get() : null;
      return wanted == null ? present : wanted.stream().map(Threshold::threshold).toList();
    }
  }

  /**
   * How tiers are reckoned.
   *
   * @param currency of what is collected
   * @param windowMonths how many months back is looked
   * @param automatic whether partners are moved without anybody
   * @param tiers what each tier asks for, from the lowest to the highest
   */
  record View(String currency, int windowMonths, boolean automatic, List<Threshold> tiers) {

    static View of(TierProgram program) {
      return new View(
          program.currency().getCurrencyCode(),
          program.windowMonths(),
          program.automatic(),
          program.thresholds().stream().map(Threshold::of).toList());
    }
  }

  /**
   * What a partner brought in a window.
   *
   * @param from first instant of the window
   * @param to first instant after it
   * @param collected what his customers paid, without tax, less what went back
   * @param customers how many of them paid more than went back
   */
  record Numbers(Instant from, Instant to, MoneyJson collected, long customers) {

    private static Numbers of(TierNumbers numbers) {
      return new Numbers(
          numbers.from(), numbers.to(), MoneyJson.of(numbers.collected()), numbers.customers());
    }
  }

  /**
   * A partner whose numbers belong to another tier than his.
   *
   * @param id the partner
   * @param number his number for people
   * @param fromTier where he stands
   * @param toTier where his numbers belong
   * @param numbers what he brought
   * @param hindrance why he stays all the same; {@code null}: he moves
   */
  record Verdict(
      UUID id,
      String number,
      String companyName,
      PartnerTier fromTier,
      PartnerTier toTier,
      Numbers numbers,
      @Nullable TierHindrance hindrance) {

    static Verdict of(TierVerdict verdict) {
      return new Verdict(
          verdict.partnerId(),
          verdict.number(),
          verdict.companyName(),
          verdict.from(),
          verdict.to(),
          Numbers.of(verdict.numbers()),
          verdict.hindrance());
    }
  }

  /**
   * What became of it.
   *
   * @param promoted how many partners stand higher now
   * @param demoted how many stand lower
   * @param complete whether nobody is left to be moved
   */
  record Applied(int promoted, int demoted, boolean complete) {

    static Applied of(List<TierVerdict> moved, boolean complete) {
      int promoted = (int) moved.stream().filter(one -> one.to().compareTo(one.from()) > 0).count();
      return new Applied(promoted, moved.size() - promoted, complete);
    }
  }

  /**
   * How a partner came from one tier to another.
   *
   * @param numbers what moved him; {@code null}: people did
   */
  record Move(
      UUID id,
      PartnerTier fromTier,
      PartnerTier toTier,
      TierMoveCause cause,
      @Nullable Numbers numbers,
      Instant movedAt) {

    static Move of(PartnerTierMove move) {
      TierNumbers numbers = move.numbers();
      return new Move(
          move.id(),
          move.from(),
          move.to(),
          move.cause(),
          numbers == null ? null : Numbers.of(numbers),
          move.movedAt());
    }
  }
}
