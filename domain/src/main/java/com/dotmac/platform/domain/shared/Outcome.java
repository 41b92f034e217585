package com.dotmac.platform.domain.shared;

/**
 * What became of one thing of many that were asked for together: it was done, or it was refused and
 * nothing of it was done.
 *
 * @param <T> what there is when it was done
 */
public sealed interface Outcome<T> {

  /**
   * It was done.
   *
   * @param result what there is now
   * @param <T> what there is
   */
  record Done<T>(T result) implements Outcome<T> {}

  /**
   * It was refused, as it would have been alone.
   *
   * @param refusal why
   * @param <T> what there would have been
   */
  record Refused<T>(DomainException refusal) implements Outcome<T> {}
}
