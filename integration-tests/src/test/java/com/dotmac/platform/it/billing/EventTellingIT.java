package com.dotmac.platform.it.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dotmac.platform.app.persistence.UnitsOfWork;
import com.dotmac.platform.domain.billing.events.AggregateKind;
import com.dotmac.platform.domain.billing.events.BillingEvent;
import com.dotmac.platform.domain.billing.events.BillingEvents;
import com.dotmac.platform.domain.billing.events.EventConsumer;
import com.dotmac.platform.domain.billing.events.EventFilter;
import com.dotmac.platform.domain.billing.events.EventTelling;
import com.dotmac.platform.domain.billing.events.EventType;
import com.dotmac.platform.domain.billing.events.Facts;
import com.dotmac.platform.domain.shared.PageRequest;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import com.dotmac.platform.it.fixtures.ATenant;
import com.dotmac.platform.it.harness.AtOnce;
import com.dotmac.platform.it.harness.NeedsPlatform;
import com.dotmac.platform.it.harness.RunningPlatform;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Facts are written with their cause, numbered as they are committed, and told once. */
@NeedsPlatform
class EventTellingIT {
  private final ATenant tenant;
  private final TenantScope scope;
  private final UnitsOfWork unitsOfWork;
  private final BillingEvents events;
  private final EventTelling telling;
  private final AtomicInteger planned = new AtomicInteger();

  EventTellingIT(RunningPlatform platform) {
    tenant = ATenant.of(platform);
    scope = tenant.scope();
    unitsOfWork = new UnitsOfWork(platform.sessionFactory());
    TenantSessions sessions = new TenantSessions(platform.sessionFactory());
    events = new BillingEvents(sessions, (whose, at) -> planned.incrementAndGet());
    telling = new EventTelling(sessions);
  }

  @Test
  void a_fact_of_a_transaction_that_is_rolled_back_never_was() {
    UUID invoice = UUID.randomUUID();
    assertThatThrownBy(
            () ->
                unitsOfWork.in(
                    scope,
                    () -> {
                      record(invoice, EventType.INVOICE_FINALISED);
                      throw new IllegalStateException("no");
                    }))
        .hasMessage("no");
    happened(invoice, EventType.INVOICE_FINALISED);
    assertThat(facts(invoice)).hasSize(1);
    assertThat(facts(invoice).get(0).position()).isEqualTo(1);
  }

  @Test
  void facts_of_one_transaction_keep_their_order_and_are_planned_to_be_told_once() {
    UUID one = UUID.randomUUID();
    UUID other = UUID.randomUUID();
    unitsOfWork.in(
        scope,
        () -> {
          record(one, EventType.INVOICE_FINALISED);
          record(other, EventType.PAYMENT_SUCCEEDED);
          record(other, EventType.PAYMENT_ALLOCATED);
          record(one, EventType.INVOICE_PAID);
          return one;
        });
    Listener listener = new Listener();
    tell(listener, 100);
    assertThat(listener.heard.stream().map(BillingEvent::type))
        .containsExactly(
            EventType.INVOICE_FINALISED,
            EventType.PAYMENT_SUCCEEDED,
            EventType.PAYMENT_ALLOCATED,
            EventType.INVOICE_PAID);
    assertThat(listener.heard.stream().map(BillingEvent::sequence)).containsExactly(1, 1, 2, 2);
    assertThat(planned).hasValue(1);
  }

  @Test
  void positions_have_neither_gap_nor_double_however_many_write_at_once() {
    AtOnce.times(20, place -> happened(UUID.randomUUID(), EventType.INVOICE_FINALISED));
    Listener listener = new Listener();
    tell(listener, 100);
    assertThat(listener.heard.stream().map(BillingEvent::position))
        .containsExactlyElementsOf(LongStream.rangeClosed(1, 20).boxed().toList());
  }

  /** The place is given at the commit: no reader can pass by a fact that is not there yet. */
  @Test
  void whoever_has_seen_a_position_has_seen_all_before_it() {
    UUID late = UUID.randomUUID();
    UUID early = UUID.randomUUID();
    unitsOfWork.in(
        scope,
        () -> {
          record(late, EventType.INVOICE_FINALISED);
          assertThat(listed(late)).as("what has no place yet").isEmpty();
          AtOnce.times(1, place -> happened(early, EventType.INVOICE_FINALISED));
          return late;
        });
    assertThat(facts(early).get(0).position()).isEqualTo(1);
    assertThat(facts(late).get(0).position()).isEqualTo(2);
  }

  @Test
  void facts_about_one_thing_are_numbered_from_one() {
    UUID invoice = UUID.randomUUID();
    happened(invoice, EventType.INVOICE_FINALISED);
    happened(UUID.randomUUID(), EventType.INVOICE_FINALISED);
    happened(invoice, EventType.INVOICE_PAID);
    assertThat(facts(invoice).stream().map(BillingEvent::sequence)).containsExactly(2, 1);
  }

  @Test
  void a_consumer_is_told_each_fact_once_by_many_who_tell_at_once() {
    IntStream.range(0, 30)
        .forEach(place -> happened(UUID.randomUUID(), EventType.INVOICE_FINALISED));
    Listener listener = new Listener();
    AtOnce.times(
        10,
        place -> {
          while (tell(listener, 4) > 0) {
            // until there is nothing left to tell
          }
          return place;
        });
    assertThat(listener.heard.stream().map(BillingEvent::position))
        .containsExactlyElementsOf(LongStream.rangeClosed(1, 30).boxed().toList());
  }

  @Test
  void what_a_consumer_did_not_take_in_has_no_effect_and_is_told_again_first() {
    UUID invoice = UUID.randomUUID();
    happened(invoice, EventType.INVOICE_FINALISED);
    happened(invoice, EventType.INVOICE_PAID);
    Listener listener = new Listener();
    listener.acts = true;
    listener.chokesOn = EventType.INVOICE_PAID;
    assertThatThrownBy(() -> tell(listener, 100)).hasMessage("choked");
    assertThat(facts(listener.effectOf(invoice))).isEmpty();
    assertThat(tell(listener, 1)).isEqualTo(1);
    assertThatThrownBy(() -> tell(listener, 1)).hasMessage("choked");
    listener.chokesOn = null;
    listener.heard.clear();
    // The effect of the first is a fact, too, and comes behind.
    assertThat(tell(listener, 1)).isEqualTo(1);
    assertThat(listener.heard.get(0).type()).isEqualTo(EventType.INVOICE_PAID);
    assertThat(facts(listener.effectOf(invoice))).hasSize(2);
  }

  @Test
  void consumers_do_not_wait_for_each_other() {
    happened(UUID.randomUUID(), EventType.INVOICE_FINALISED);
    Listener listener = new Listener();
    Listener other = new Listener();
    assertThat(tell(listener, 100)).isEqualTo(1);
    assertThat(tell(other, 100)).isEqualTo(1);
    assertThat(tell(other, 100)).isZero();
  }

  /** What happens to an invoice has an effect of its own: a fact about a payment. */
  private final class Listener implements EventConsumer {
    private final String name = "listener-" + UUID.randomUUID();
    private final List<BillingEvent> heard = Collections.synchronizedList(new ArrayList<>());
    private volatile @Nullable EventType chokesOn;
    private volatile boolean acts;

    @Override
    public String name() {
      return name.substring(0, 40);
    }

    @Override
    public void consume(CallContext context, BillingEvent event) {
      heard.add(event);
      if (acts && event.aggregateKind() == AggregateKind.INVOICE) {
        events.record(
            context, EventType.PAYMENT_FAILED, effectOf(event.aggregateId()), new Facts());
      }
      if (event.type() == chokesOn) {
        throw new IllegalStateException("choked");
      }
    }

    private UUID effectOf(UUID invoice) {
      return UUID.nameUUIDFromBytes((name + invoice).getBytes(StandardCharsets.UTF_8));
    }
  }

  private int tell(EventConsumer consumer, int most) {
    return unitsOfWork.in(scope, () -> telling.tell(scope, consumer, most, tenant.context().at()));
  }

  private UUID happened(UUID what, EventType type) {
    return unitsOfWork.in(
        scope,
        () -> {
          record(what, type);
          return what;
        });
  }

  private void record(UUID what, EventType type) {
    events.record(tenant.context(), type, what, new Facts().with("id", what));
  }

  private List<BillingEvent> facts(UUID about) {
    return unitsOfWork.in(scope, () -> listed(about));
  }

  private List<BillingEvent> listed(UUID about) {
    return events.list(scope, new EventFilter(null, about), new PageRequest(100, null)).items();
  }
}
