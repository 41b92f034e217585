package com.dotmac.platform.domain.billing.payments;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a provider says became of something that it was asked for. */
public sealed interface ProviderAnswer {

  /**
   * It was done.
   *
   * @param name what the provider calls it; {@code null}: it has no name
   * @param at when the money moved
   */
  record Done(@Nullable String name, Instant at) implements ProviderAnswer {}

  /**
   * It was not done, and will not be.
   *
   * @param decline why
   */
  record Refused(Decline decline) implements ProviderAnswer {}

  /**
   * It is under way, and the provider will tell.
   *
   * @param name what the provider calls it
   */
  record Underway(String name) implements ProviderAnswer {}
}
