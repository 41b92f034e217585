package com.dotmac.platform.app.schema;

import java.time.Instant;
import java.util.List;

/**
 * What was found last.
 *
 * @param report the state
 * @param changes the newest changes, newest first; when the database is unreachable, those of the
 *     last look that it answered
 * @param at when the look ended
 * @param nanos the same on the machine's own counter, to tell the age
 */
record SchemaLook(SchemaReport report, List<RecordedChange> changes, Instant at, long nanos) {
  SchemaLook {
    changes = List.copyOf(changes);
  }
}
