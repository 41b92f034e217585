package com.dotmac.platform.app.schema;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A change that the database has seen, with what the migrator recorded of it.
 *
 * @param id identifier of the change
 * @param phase {@code expand} or {@code contract}; empty when the history does not tell
 * @param at when it was applied or taken over; {@code null} when no run recorded it
 * @param took how long it took; {@code null} when that is not known
 * @param who role, account and machine of the migrator; {@code null} when no run recorded it
 */
public record RecordedChange(
    String id, String phase, @Nullable Instant at, @Nullable Duration took, @Nullable String who) {}
