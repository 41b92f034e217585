package com.dotmac.platform.domain.partners.commissions;

import com.dotmac.platform.domain.partners.Coverage;
import com.dotmac.platform.domain.partners.rules.CommissionFormula;
import com.dotmac.platform.domain.shared.Identifiers;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reckons what facts change, in memory and in their order: the same for one fact as for ten
 * thousand.
 *
 * <p>What terms have earned is a function of their base. A fact that moves the base posts the
 * difference to what was posted before, so that partial payments come to the whole, and what goes
 * back in any number of steps leaves nothing.
 */
final class AccrualRun {

  private final AccrualState state;
  private final Deciding deciding;
  private final Instant now;
  private final Map<UUID, TermsRow> terms = new LinkedHashMap<>();
  private final List<TakenIntake> taken = new ArrayList<>();
  private final List<LineDraft> lines = new ArrayList<>();

  /**
   * A run.
   *
   * @param state what is known of the invoices concerned
   * @param deciding decides by what is earned
   * @param now when it is written
   */
  AccrualRun(AccrualState state, Deciding deciding, Instant now) {
    this.state = state;
    this.deciding = deciding;
    this.now = now;
  }

  /** What was taken in, with whose money it was. */
  List<TakenIntake> taken() {
    return taken;
  }

  /** The terms that were decided or moved. */
  List<TermsRow> terms() {
    return List.copyOf(terms.values());
  }

  /** The lines to be written, each after those that it takes back. */
  List<LineDraft> lines() {
    return lines;
  }

  /** Takes a fact in. */
  void take(Intake intake) {
    InvoiceBook book = state.book(intake.invoiceId());
    if (book == null) {
      return;
    }
    Coverage coverage =
        intake.kind().opens()
            ? state.coverage(book.billed().customerId(), intake.occurredAt())
            : null;
    taken.add(new TakenIntake(Identifiers.next(now), intake, coverage));
    book.take(intake, coverage == null ? null : coverage.partnerId());
    if (coverage != null && !book.isDecidedFor(coverage.partnerId())) {
      book.terms().addAll(deciding.decide(book.billed(), coverage, intake, now));
      book.terms().forEach(row -> terms.putIfAbsent(row.id(), row));
    }
    for (TermsRow row : book.terms()) {
      long base = book.baseOf(row);
      if (base != row.base()) {
        move(row, base, intake);
      }
    }
  }

  private void move(TermsRow row, long base, Intake intake) {
    long by = base - row.base();
    long difference = difference(row, base, by);
    row.move(base, difference);
    terms.put(row.id(), row);
    if (difference < 0) {
      takeBack(row, intake, by, Math.negateExact(difference));
    } else if (difference > 0 || (by > 0 && row.decided().noneReason() == null)) {
      earn(row, intake, by, difference);
    }
  }

  private long difference(TermsRow row, long base, long by) {
    CommissionFormula formula = formula(row);
    if (formula == null) {
      return 0;
    }
    PoolRow pool = state.pool(row.decided().poolId());
    if (pool == null) {
      return formula.commission(base, row.commissionable()) - row.amount();
    }
    long pooled = Math.addExact(pool.base(), by);
    long earned = formula.commission(pooled, pooled);
    long difference = earned - pool.amount();
    pool.move(pooled, earned);
    return difference;
  }

  private static @Nullable CommissionFormula formula(TermsRow row) {
    if (row.terms() != null && row.decided().noneReason() == null) {
      return CommissionFormula.of(row.terms());
    }
    BigDecimal rate = row.decided().rate();
    return rate == null ? null : CommissionFormula.ofRate(rate);
  }

  private void earn(TermsRow row, Intake intake, long by, long amount) {
    UUID id = Identifiers.next(now);
    OpenLine.Standing standing =
        new OpenLine.Standing(
            true, intake.occurredAt().plus(Duration.ofDays(row.decided().holdDays())), null, null);
    lines.add(
        new LineDraft(
            id,
            row,
            intake,
            CommissionKind.ACCRUAL,
            null,
            by,
            row.decided().rate(),
            amount,
            standing));
    if (amount > 0) {
      state.open(row, new OpenLine(id, row.id(), intake.allocationId(), standing, amount));
    }
  }

  /** Spreads what is lost over the lines by which it was earned: those of the same money first. */
  private void takeBack(TermsRow row, Intake intake, long by, long amount) {
    long left = amount;
    long base = by;
    for (OpenLine line : state.reversible(row, intake.allocationId())) {
      if (left == 0) {
        break;
      }
      long part = Math.min(left, line.open());
      line.reverse(part);
      state.reversed(line);
      lines.add(
          new LineDraft(
              Identifiers.next(now),
              row,
              intake,
              CommissionKind.REVERSAL,
              line.id(),
              base,
              row.decided().rate(),
              Math.negateExact(part),
              line.standing()));
      base = 0;
      left -= part;
    }
  }

  /**
   * A fact that was taken in.
   *
   * @param id of the row
   * @param intake the fact
   * @param coverage whose the money is; {@code null}: nobody's, or it is no money that came
   */
  record TakenIntake(UUID id, Intake intake, @Nullable Coverage coverage) {}
}
