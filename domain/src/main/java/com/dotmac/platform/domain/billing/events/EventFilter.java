package com.dotmac.platform.domain.billing.events;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which facts a list shows.
 *
 * @param type only of this type; {@code null}: all
 * @param aggregateId only about this; {@code null}: about anything
 */
public record EventFilter(@Nullable EventType type, @Nullable UUID aggregateId) {}
