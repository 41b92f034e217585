package com.dotmac.platform.app.jobs;

import com.dotmac.platform.domain.shared.Identifiers;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.Waiter;
import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.serializer.JacksonSerializer;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import io.dropwizard.lifecycle.Managed;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.jspecify.annotations.Nullable;

/**
 * Plans work in the transaction of its cause, and does it afterwards: each piece by one instance,
 * and by another one if that dies, which its heart beats tell within a minute.
 *
 * <p>An instance does the kinds of work that were {@linkplain #add added} before it started, and
 * leaves all others to those that can. What nobody can do yet waits.
 */
public final class Jobs implements Managed {

  private static final Duration HEARTBEAT = Duration.ofSeconds(10);
  private static final int MISSED_BEATS_OF_THE_DEAD = 6;

  /** Work of a kind that no instance knows is never thrown away: it waits for one that does. */
  private static final Duration FOR_EVER = Duration.ofDays(36_525);

  /** How long work in flight may take to end when the instance stops. */
  private static final Duration LAST_WAIT = Duration.ofSeconds(5);

  private static final JdbcCustomization POSTGRESQL = new PostgreSqlJdbcCustomization(false, true);

  private final SessionFactory sessionFactory;
  private final DataSource pool;
  private final JobSettings settings;
  private final Clock clock;
  private final Serializer serializer;
  private final List<Task<?>> kinds = new ArrayList<>();
  private final List<RecurringTask<?>> recurring = new ArrayList<>();
  private @Nullable Scheduler running;

  /**
   * Work that is planned and done in one database.
   *
   * @param sessionFactory has the session of the current unit of work
   * @param pool where whoever looks for work gets connections, without auto-commit
   * @param settings how much and how often
   * @param clock tells what is due
   * @param mapper writes on what work is done
   */
  public Jobs(
      SessionFactory sessionFactory,
      DataSource pool,
      JobSettings settings,
      Clock clock,
      ObjectMapper mapper) {
    this.sessionFactory = sessionFactory;
    this.pool = pool;
    this.settings = settings;
    this.clock = clock;
    serializer = new JacksonSerializer(mapper);
  }

  /** Lets this instance do a kind of work, from its start on. */
  public void add(Task<?> kind) {
    kinds.add(kind);
  }

  /**
   * Lets this instance do work that comes round by the clock, from its start on, unless its
   * settings say that it does none. Whichever instance comes first does a round, and no other does
   * it again.
   */
  public void addRecurring(RecurringTask<?> kind) {
    if (settings.isRecurring()) {
      recurring.add(kind);
    }
  }

  /**
   * Plans a piece of work in the transaction of the current session: it is there once that is
   * committed.
   *
   * @param kind what is to be done
   * @param data on what
   * @param at not before this instant
   * @param <T> what identifies that
   */
  public <T> void plan(TaskDescriptor<T> kind, T data, Instant at) {
    sessionFactory.getCurrentSession().doWork(connection -> plan(connection, kind, data, at));
  }

  private <T> void plan(Connection connection, TaskDescriptor<T> kind, T data, Instant at) {
    SchedulerClient.Builder.create(new BorrowedConnection(connection))
        .serializer(serializer)
        .jdbcCustomization(POSTGRESQL)
        .build()
        // The batch of one is one INSERT; the other verbs ask first whether the piece is there.
        .scheduleBatch(
            List.of(kind.instance(Identifiers.next(at).toString()).data(data).build()), at);
  }

  @Override
  public void start() {
    if (!kinds.isEmpty() || !recurring.isEmpty()) {
      Scheduler scheduler =
          new OnTheMachinesTime(pool, kinds)
              .schedulerName(new SchedulerName.Fixed(nameOfThisProcess()))
              .clock(clock::instant)
              .serializer(serializer)
              .jdbcCustomization(POSTGRESQL)
              .pollUsingLockAndFetch(0.5, 1.0)
              .pollingInterval(settings.getPollEvery().toJavaDuration())
              .threads(settings.getThreads())
              .heartbeatInterval(HEARTBEAT)
              .missedHeartbeatsLimit(MISSED_BEATS_OF_THE_DEAD)
              .deleteUnresolvedAfter(FOR_EVER)
              .shutdownMaxWait(LAST_WAIT)
              .startTasks(recurring)
              .build();
      scheduler.start();
      running = scheduler;
    }
  }

  @Override
  public void stop() {
    if (running != null) {
      running.stop();
    }
  }

  private static String nameOfThisProcess() {
    return new SchedulerName.Hostname().getName() + "/" + ProcessHandle.current().pid();
  }

  /** The clock says what is due. How long to wait until the next look is the machine's matter. */
  private static final class OnTheMachinesTime extends SchedulerBuilder {
    OnTheMachinesTime(DataSource pool, List<Task<?>> kinds) {
      super(pool, kinds);
    }

    @Override
    protected Waiter buildWaiter() {
      return new Waiter(poolingInterval);
    }
  }
}
