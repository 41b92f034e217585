package com.dotmac.platform.app.schema;

import io.dropwizard.lifecycle.Managed;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the schema again and again while the application runs, and keeps what it found last. A
 * state that has changed is logged once.
 *
 * <p>While all is well it looks as often as the settings say; when an instance is out of service,
 * it looks every few seconds, so that it comes back soon. Safe for use by several threads: however
 * many ask, one looks.
 */
final class SchemaWatch implements Managed {

  private static final Logger LOGGER = LoggerFactory.getLogger(SchemaWatch.class);
  private static final Duration SOON = Duration.ofSeconds(5);

  private final SchemaInspector inspector;
  private final SchemaSettings settings;
  private final ScheduledExecutorService executor;
  private final ReentrantLock looking = new ReentrantLock();
  private volatile @Nullable SchemaLook latest;

  /**
   * A watch that has not begun.
   *
   * @param inspector looks
   * @param settings say how often
   * @param executor does it in the background; stopped by whoever made it
   */
  SchemaWatch(
      SchemaInspector inspector, SchemaSettings settings, ScheduledExecutorService executor) {
    this.inspector = inspector;
    this.settings = settings;
    this.executor = executor;
  }

  /** Begins to look, at once. */
  @Override
  public void start() {
    executor.execute(this::lookAndGoOn);
  }

  /** What was found last; looks if nobody has yet. */
  SchemaLook latest() {
    SchemaLook found = latest;
    return found == null ? look() : found;
  }

  /**
   * What was found last, unless that is too long ago or was bad: then looks, so that who has mended
   * something sees it at once. While somebody else looks, it does not wait for him.
   */
  SchemaLook latest(Duration atMost) {
    SchemaLook found = latest;
    if (found == null) {
      return look();
    }
    boolean enough = found.report().state().healthy() && age(found).compareTo(atMost) <= 0;
    return enough || looking.isLocked() ? found : look();
  }

  /** How long ago it was found. */
  static Duration age(SchemaLook look) {
    return Duration.ofNanos(System.nanoTime() - look.nanos());
  }

  private SchemaLook look() {
    looking.lock();
    try {
      SchemaLook before = latest;
      SchemaLook now = inspector.inspect(before == null ? List.of() : before.changes());
      latest = now;
      tell(before, now.report());
      return now;
    } finally {
      looking.unlock();
    }
  }

  private void lookAndGoOn() {
    Duration pause = settings.getCheckEvery().toJavaDuration();
    try {
      boolean ready = settings.ready(look().report().state());
      pause = ready || pause.compareTo(SOON) < 0 ? pause : SOON;
    } finally {
      if (!executor.isShutdown()) {
        ScheduledFuture<?> unused =
            executor.schedule(this::lookAndGoOn, pause.toMillis(), TimeUnit.MILLISECONDS);
      }
    }
  }

  private static void tell(@Nullable SchemaLook before, SchemaReport now) {
    SchemaState was = before == null ? SchemaState.CURRENT : before.report().state();
    if (was == now.state()) {
      return;
    }
    String change = was.word() + " -> " + now.state().word();
    if (now.state().healthy()) {
      LOGGER.info("Schema {}: {}", change, now.message());
    } else {
      LOGGER.warn("Schema {}: {}", change, now.message());
    }
  }
}
