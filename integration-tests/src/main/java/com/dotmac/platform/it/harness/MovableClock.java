package com.dotmac.platform.it.harness;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.UnaryOperator;

/**
 * A clock that stands still until a test moves it. Whoever holds it, or a view of it in another
 * zone, sees the move at once. Never goes by itself.
 */
public final class MovableClock extends Clock {
  private final Hand hand;
  private final ZoneId zone;

  private MovableClock(Hand hand, ZoneId zone) {
    this.hand = hand;
    this.zone = zone;
  }

  /** A clock in UTC that stands at this instant. */
  public static MovableClock at(Instant instant) {
    return new MovableClock(new Hand(instant), ZoneOffset.UTC);
  }

  /** A clock in UTC that stands at this instant, in the form {@code 2026-03-01T10:00:00Z}. */
  public static MovableClock at(String instant) {
    return at(Instant.parse(instant));
  }

  /** Moves on by so much; a negative duration moves back. */
  public void advance(Duration duration) {
    hand.move(instant -> instant.plus(duration));
  }

  /** Moves to this instant, forward or back. */
  public void moveTo(Instant instant) {
    hand.move(before -> instant);
  }

  @Override
  public Instant instant() {
    return hand.instant;
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  @Override
  public Clock withZone(ZoneId other) {
    return new MovableClock(hand, other);
  }

  /** What all views of one clock share. */
  private static final class Hand {
    private volatile Instant instant;

    Hand(Instant instant) {
      this.instant = instant;
    }

    synchronized void move(UnaryOperator<Instant> step) {
      instant = step.apply(instant);
    }
  }
}
