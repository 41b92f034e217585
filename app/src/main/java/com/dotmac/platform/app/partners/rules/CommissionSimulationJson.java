package com.dotmac.platform.app.partners.rules;

import com.dotmac.platform.app.http.MoneyJson;
import com.dotmac.platform.app.http.PositiveMoney;
import com.dotmac.platform.domain.partners.rules.DraftRule;
import com.dotmac.platform.domain.partners.rules.Earning;
import com.dotmac.platform.domain.partners.rules.Sale;
import com.dotmac.platform.domain.partners.rules.Trial;
import com.dotmac.platform.domain.shared.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The question what sales would earn with another rule, and its answer, on the wire. */
final class CommissionSimulationJson {

  private static final int MOST_SALES = 200;

  private CommissionSimulationJson() {}

  /**
   * A sale: an invoice with one line that is paid in full at once. {@code amount} is without tax;
   * without {@code at} it was paid now.
   */
  record SaleJson(
      @NotNull UUID customerId,
      @Nullable UUID productId,
      @NotNull @Valid @PositiveMoney MoneyJson amount,
      @Nullable Instant at) {

    private Sale sale(Instant now) {
      return new Sale(customerId, productId, amount.money(), Objects.requireNonNullElse(at, now));
    }
  }

  /**
   * What is asked. The draft takes the place of the rule {@code commissionId}, or comes beside all
   * others for the partner alone; a priority that is left out is that of the rule whose place it
   * takes, else 1.
   */
  record Question(
      @NotNull UUID partnerId,
      @Nullable UUID commissionId,
      @Nullable @Min(CommissionJson.LOWEST) @Max(CommissionJson.HIGHEST) Integer priority,
      @NotNull @Valid TermsJson.Wish terms,
      @NotEmpty @Size(max = MOST_SALES) List<@NotNull @Valid SaleJson> sales) {

    DraftRule draft() {
      return new DraftRule(commissionId, priority, terms.draft());
    }

    List<Sale> sales(Instant now) {
      return sales.stream().map(sale -> sale.sale(now)).toList();
    }
  }

  /** What a sale earns, and what decides about it. */
  record Result(ChoiceJson choice, MoneyJson amount) {

    private static Result of(Earning earning) {
      return new Result(ChoiceJson.of(earning.choice()), MoneyJson.of(earning.amount()));
    }
  }

  /** A sale with what it earns now and what it would earn. */
  record Row(
      UUID customerId,
      @Nullable UUID productId,
      MoneyJson sold,
      Instant at,
      Result now,
      Result draft) {

    private static Row of(Trial trial) {
      Sale sale = trial.sale();
      return new Row(
          sale.customerId(),
          sale.productId(),
          MoneyJson.of(sale.amount()),
          sale.at(),
          Result.of(trial.now()),
          Result.of(trial.tried()));
    }
  }

  /** What all sales in one currency come to. */
  record Total(MoneyJson sold, MoneyJson now, MoneyJson draft, MoneyJson difference) {}

  /**
   * The answer: the sales in the order in which they were paid, and their sums, by currency. Tiers
   * that are counted over a period begin at nothing with the first sale, and it is the first
   * payment of its customer.
   */
  record View(List<Row> sales, List<Total> totals) {

    static View of(List<Trial> trials) {
      Map<String, Sums> sums = new TreeMap<>();
      for (Trial trial : trials) {
        sums.merge(trial.sale().amount().currency().getCurrencyCode(), Sums.of(trial), Sums::plus);
      }
      return new View(
          trials.stream().map(Row::of).toList(), sums.values().stream().map(Sums::total).toList());
    }
  }

  private record Sums(Money sold, Money now, Money tried) {

    static Sums of(Trial trial) {
      return new Sums(trial.sale().amount(), trial.now().amount(), trial.tried().amount());
    }

    Sums plus(Sums other) {
      return new Sums(sold.plus(other.sold), now.plus(other.now), tried.plus(other.tried));
    }

    Total total() {
      return new Total(
          MoneyJson.of(sold),
          MoneyJson.of(now),
          MoneyJson.of(tried),
          MoneyJson.of(tried.minus(now)));
    }
  }
}
