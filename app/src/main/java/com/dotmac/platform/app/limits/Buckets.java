package com.dotmac.platform.app.limits;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** A bucket of tokens for each of many; that of one who stays away is full again, and forgotten. */
final class Buckets {

  private static final long MOST = 100_000;
  private static final long NANOS_PER_SECOND = TimeUnit.SECONDS.toNanos(1);

  private final long capacity;
  private final Duration per;
  private final LoadingCache<String, Bucket> buckets;

  /**
   * Empty-handed.
   *
   * @param capacity tokens of a full bucket, and those that come back in the time
   * @param per the time
   * @param clock tells how much of it has passed
   */
  Buckets(long capacity, Duration per, Clock clock) {
    this.capacity = capacity;
    this.per = per;
    TimeMeter meter = new OfClock(clock);
    buckets =
        Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterAccess(per)
            .build(
                key ->
                    Bucket.builder()
                        .withCustomTimePrecision(meter)
                        .addLimit(limit -> limit.capacity(capacity).refillGreedy(capacity, per))
                        .build());
  }

  /** The bucket of one. */
  Bucket of(String key) {
    return buckets.get(key);
  }

  /** Tokens of a full bucket. */
  long capacity() {
    return capacity;
  }

  /** Seconds in which an empty bucket is full again. */
  long seconds() {
    return per.toSeconds();
  }

  /** Whole seconds that cover this many nanoseconds. */
  static long secondsOf(long nanos) {
    return (nanos + NANOS_PER_SECOND - 1) / NANOS_PER_SECOND;
  }

  private record OfClock(Clock clock) implements TimeMeter {
    @Override
    public long currentTimeNanos() {
      Instant now = clock.instant();
      return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
    }

    @Override
    public boolean isWallClockBased() {
      return true;
    }
  }
}
