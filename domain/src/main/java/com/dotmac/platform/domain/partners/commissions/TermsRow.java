package com.dotmac.platform.domain.partners.commissions;

import com.dotmac.platform.domain.partners.rules.Terms;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * By what a partner earns on some lines of an invoice, and how much he has so far. What decides is
 * fixed when it is made.
 */
final class TermsRow {

  private final UUID id;
  private final Key key;
  private final Decided decided;
  private final @Nullable Terms terms;
  private long base;
  private long amount;
  private boolean isNew;
  private boolean changed;

  TermsRow(UUID id, Key key, Decided decided, @Nullable Terms terms, long base, long amount) {
    this.id = id;
    this.key = key;
    this.decided = decided;
    this.terms = terms;
    this.base = base;
    this.amount = amount;
  }

  /** Terms that were decided right now. */
  static TermsRow decidedNow(UUID id, Key key, Decided decided, @Nullable Terms terms) {
    TermsRow row = new TermsRow(id, key, decided, terms, 0, 0);
    row.isNew = true;
    return row;
  }

  /** The same terms, as they were when nothing was paid yet. */
  TermsRow fromNothing() {
    return new TermsRow(id, key, decided, terms, 0, 0);
  }

  UUID id() {
    return id;
  }

  Key key() {
    return key;
  }

  Decided decided() {
    return decided;
  }

  UUID partnerId() {
    return key.partnerId;
  }

  /** What counts; {@code null}: nothing is earned. */
  @Nullable Terms terms() {
    return terms;
  }

  long commissionable() {
    return decided.commissionable;
  }

  @Nullable Instant endsAt() {
    return decided.endsAt;
  }

  @Nullable UUID allocationId() {
    return decided.allocationId;
  }

  long base() {
    return base;
  }

  long amount() {
    return amount;
  }

  boolean isNew() {
    return isNew;
  }

  boolean isChanged() {
    return changed;
  }

  /** Moves to another base, and by so much. */
  void move(long newBase, long by) {
    base = newBase;
    amount = Math.addExact(amount, by);
    changed = true;
  }

  /**
   * What it is about.
   *
   * @param partnerId who earns
   * @param accountId the account that covered the customer; {@code null}: gone
   * @param customerId who pays; {@code null}: gone
   * @param invoiceId the invoice
   * @param position among the terms of the partner for the invoice, from 1
   */
  record Key(
      UUID partnerId,
      @Nullable UUID accountId,
      @Nullable UUID customerId,
      UUID invoiceId,
      int position) {}

  /**
   * What was decided.
   *
   * @param source what decided
   * @param noneReason why nothing is earned; {@code null}: something is
   * @param versionId the version of the rule; {@code null}: no rule
   * @param poolId where the base is counted; {@code null}: by itself
   * @param rate of the whole base; {@code null}: there is none
   * @param currency of the invoice
   * @param invoiceTotal with tax, in minor units
   * @param commissionable sum of the lines without tax, not negative
   * @param holdDays how long what is earned is held
   * @param endsAt first instant at which money earns nothing; {@code null}: never
   * @param allocationId the only money that counts; {@code null}: all
   * @param at when it was decided
   */
  record Decided(
      TermsSource source,
      @Nullable String noneReason,
      @Nullable UUID versionId,
      @Nullable UUID poolId,
      @Nullable BigDecimal rate,
      String currency,
      long invoiceTotal,
      long commissionable,
      int holdDays,
      @Nullable Instant endsAt,
      @Nullable UUID allocationId,
      Instant at) {}
}
