package com.dotmac.platform.domain.partners.commissions;

import java.time.Instant;
import java.util.UUID;

/** What a partner sold under one version of a rule in one period. */
final class PoolRow {

  private final UUID id;
  private final Key key;
  private final Instant to;
  private long base;
  private long amount;
  private final boolean isNew;
  private boolean changed;

  PoolRow(UUID id, Key key, Instant to, long base, long amount, boolean isNew) {
    this.id = id;
    this.key = key;
    this.to = to;
    this.base = base;
    this.amount = amount;
    this.isNew = isNew;
  }

  /** The same period, as it was when nothing was sold yet. */
  PoolRow fromNothing() {
    return new PoolRow(id, key, to, 0, 0, false);
  }

  UUID id() {
    return id;
  }

  Key key() {
    return key;
  }

  Instant to() {
    return to;
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

  void move(long newBase, long newAmount) {
    base = newBase;
    amount = newAmount;
    changed = true;
  }

  /**
   * What tells pools apart.
   *
   * @param partnerId who sold
   * @param versionId under which version
   * @param currency in which currency
   * @param from first instant of the period
   */
  record Key(UUID partnerId, UUID versionId, String currency, Instant from) {}
}
