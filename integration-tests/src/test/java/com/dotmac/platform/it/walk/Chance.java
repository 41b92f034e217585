package com.dotmac.platform.it.walk;

import java.util.List;
import java.util.Random;

/** Chance that can be repeated: the same seed and the same place give the same choices. */
final class Chance {
  private final Random random;

  private Chance(long seed) {
    random = new Random(seed);
  }

  /** The chance of one case: it does not depend on the cases before it. */
  static Chance of(long seed, String operation, int number) {
    return new Chance((seed * 31 + operation.hashCode()) * 1_000_003 + number);
  }

  /** From zero to the bound, without it. */
  int below(int bound) {
    return random.nextInt(bound);
  }

  /** Happens once in so many times. */
  boolean onceIn(int times) {
    return below(times) == 0;
  }

  /** One of them. */
  <T> T of(List<T> choices) {
    return choices.get(below(choices.size()));
  }

  /** Bytes. */
  byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }
}
