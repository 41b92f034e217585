package com.dotmac.platform.app.partners.payouts;

import com.dotmac.platform.app.http.CurrencyCode;
import com.dotmac.platform.app.http.MoneyJson;
import com.dotmac.platform.domain.partners.payouts.BatchStatus;
import com.dotmac.platform.domain.partners.payouts.PayoutBatch;
import com.dotmac.platform.domain.partners.payouts.PayoutBatchDraft;
import com.dotmac.platform.domain.partners.payouts.PayoutProviders;
import com.dotmac.platform.domain.partners.payouts.ProposedPayout;
import com.dotmac.platform.domain.partners.payouts.WithheldReason;
import com.dotmac.platform.domain.shared.Money;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A batch of payouts on the wire. */
final class PayoutBatchJson {

  private PayoutBatchJson() {}

  /**
   * What asks who would be paid.
   *
   * @param currency in which
   * @param cutAt only what was approved before this instant; left out: before now
   */
  record Ask(@NotNull @CurrencyCode String currency, @Nullable Instant cutAt) {}

  /**
   * What makes a batch.
   *
   * @param currency of all its payouts
   * @param cutAt only what was approved before this instant; left out: before now
   * @param provider who moves the money: {@code manual}, {@code iso20022}, or a provider that is
   *     set up; left out: {@code manual}
   */
  record Create(
      @NotNull @CurrencyCode String currency,
      @Nullable Instant cutAt,
      @Nullable @Size(min = 1, max = 50) String provider) {

    PayoutBatchDraft draft() {
      return new PayoutBatchDraft(
          Currency.getInstance(currency),
          cutAt,
          provider == null ? PayoutProviders.MANUAL : provider);
    }
  }

  /**
   * What a partner would be paid.
   *
   * @param partnerId who
   * @param lineCount how many lines of commission there are
   * @param amount what they come to; may be negative
   * @param withheldReason why it is not paid; {@code null}: it is
   */
  record Proposal(
      UUID partnerId, long lineCount, MoneyJson amount, @Nullable WithheldReason withheldReason) {

    static Proposal of(ProposedPayout proposed) {
      return new Proposal(
          proposed.partnerId(),
          proposed.lines(),
          MoneyJson.of(proposed.amount()),
          proposed.withheld());
    }
  }

  /**
   * Who would be paid how much.
   *
   * @param cutAt only what was approved before this instant
   * @param payable what would be paid together
   * @param payouts each partner who has lines that could be paid, also who would not be
   */
  record Preview(Instant cutAt, MoneyJson payable, List<Proposal> payouts) {

    static Preview of(Currency currency, Instant cutAt, List<ProposedPayout> proposed) {
      Money payable =
          proposed.stream()
              .filter(one -> one.withheld() == null)
              .map(ProposedPayout::amount)
              .reduce(Money.zero(currency), Money::plus);
      return new Preview(
          cutAt, MoneyJson.of(payable), proposed.stream().map(Proposal::of).toList());
    }
  }

  /** A batch as it is shown. */
  record View(
      UUID id,
      String number,
      String currency,
      Instant cutAt,
      BatchStatus status,
      String provider,
      @Nullable UUID createdBy,
      Instant createdAt,
      @Nullable Instant approvedAt,
      @Nullable Instant submittedAt,
      Instant updatedAt) {

    static View of(PayoutBatch batch) {
      return new View(
          batch.id(),
          batch.number(),
          batch.currency().getCurrencyCode(),
          batch.cutAt(),
          batch.status(),
          batch.provider(),
          batch.createdBy(),
          batch.createdAt(),
          batch.approvedAt(),
          batch.submittedAt(),
          batch.updatedAt());
    }
  }
}
