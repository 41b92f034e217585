package com.dotmac.platform.it.partners.payouts;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.domain.billing.payments.Decline;
import com.dotmac.platform.domain.billing.payments.ProviderAnswer;
import com.dotmac.platform.domain.partners.payouts.Payout;
import com.dotmac.platform.domain.partners.payouts.PayoutBatch;
import com.dotmac.platform.domain.partners.payouts.PayoutQuestion;
import com.dotmac.platform.domain.partners.payouts.PayoutStatus;
import com.dotmac.platform.domain.shared.DomainException;
import com.dotmac.platform.it.harness.NeedsDatabase;
import com.dotmac.platform.it.harness.TestDatabase;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * I2, I28, I29, I32 and I34 over commands by chance: whatever is tried in whatever order, a payout
 * only takes steps that are listed here once more, is the sum of its lines, and the books agree.
 */
@NeedsDatabase
class PayoutSequencesIT {
  private static final int COMMANDS = 60;
  private static final Decline NO = new Decline("no", "No");

  private static final Map<PayoutStatus, Set<PayoutStatus>> STEPS =
      new EnumMap<>(
          Map.of(
              PayoutStatus.PENDING, Set.of(PayoutStatus.READY, PayoutStatus.CANCELLED),
              // A batch that people pay is under way as soon as it is handed over.
              PayoutStatus.READY, Set.of(PayoutStatus.PROCESSING, PayoutStatus.CANCELLED),
              PayoutStatus.PROCESSING,
                  Set.of(PayoutStatus.COMPLETED, PayoutStatus.FAILED, PayoutStatus.UNKNOWN),
              PayoutStatus.UNKNOWN,
                  Set.of(PayoutStatus.PROCESSING, PayoutStatus.COMPLETED, PayoutStatus.FAILED),
              PayoutStatus.COMPLETED, Set.of(PayoutStatus.FAILED),
              // One that people pay again is under way at once.
              PayoutStatus.FAILED, Set.of(PayoutStatus.READY, PayoutStatus.PROCESSING),
              PayoutStatus.CANCELLED, Set.of()));

  private static final String SUMS =
      """
      SELECT count(*), 0 FROM partner_payouts payout LEFT JOIN LATERAL (
        SELECT count(*) AS lines, sum(amount) AS amount FROM partner_commission_events line
        WHERE line.payout_id = payout.id) taken ON true
      WHERE CASE WHEN payout.status IN ('failed', 'cancelled') THEN taken.lines <> 0
        ELSE taken.amount IS DISTINCT FROM payout.amount END\
      """;

  private final PayoutDesk desk;
  private final List<PayoutBatch> batches = new ArrayList<>();
  private final List<UUID> payouts = new ArrayList<>();
  private final Map<UUID, PayoutStatus> seen = new HashMap<>();

  PayoutSequencesIT(TestDatabase database) {
    desk = new PayoutDesk(database);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void whatever_is_tried_no_unlisted_step_is_taken_and_the_books_agree(long seed) {
    Random chance = new Random(seed);
    List<UUID> partners =
        List.of(desk.partnerWith(100, -30), desk.partnerWith(5), desk.partnerWith(70));
    for (int command = 0; command < COMMANDS; command++) {
      int which = command < 3 ? command : chance.nextInt(11);
      attempt(which, chance, partners);
      assertOnlyListedSteps(which);
      assertThat(desk.row(SUMS)[0]).as("payouts that are not their lines").isEqualTo(0L);
      partners.forEach(desk::assertTheBooksAgree);
    }
    assertThat(payouts).isNotEmpty();
  }

  private void attempt(int which, Random chance, List<UUID> partners) {
    UUID partner = partners.get(chance.nextInt(partners.size()));
    try {
      switch (which) {
        case 0 -> made(chance.nextBoolean() ? "manual" : "scripted");
        case 1 -> desk.approved(any(batches, chance));
        case 2 -> {
          PayoutBatch batch = desk.read(any(batches, chance));
          desk.desk()
              .in(
                  () ->
                      desk.doors()
                          .batches()
                          .submit(desk.desk().context(), batch.id(), batch.version()));
        }
        case 3 -> desk.cancelled(any(batches, chance));
        case 4 -> desk.desk().line(partner, "EUR", chance.nextInt(1, 60));
        case 5 -> desk.desk().line(partner, "EUR", -chance.nextInt(1, 60));
        case 6 -> complete(any(payouts, chance));
        case 7 -> fail(any(payouts, chance));
        case 8 -> retry(any(payouts, chance));
        default -> asked(any(payouts, chance), chance.nextInt(5));
      }
    } catch (DomainException refused) {
      assertThat(refused).hasMessageMatching("[A-Z].*[.]");
    }
  }

  private void made(String provider) {
    PayoutBatch batch = desk.batch(provider);
    batches.add(batch);
    desk.payouts(batch)
        .forEach(
            payout -> {
              payouts.add(payout.id());
              seen.put(payout.id(), payout.status());
            });
  }

  private void complete(UUID id) {
    int version = desk.read(id).version();
    does(() -> desk.doors().payouts().complete(desk.desk().context(), id, version, null, null));
  }

  private void fail(UUID id) {
    int version = desk.read(id).version();
    does(() -> desk.doors().payouts().fail(desk.desk().context(), id, version, NO));
  }

  private void retry(UUID id) {
    int version = desk.read(id).version();
    does(() -> desk.doors().payouts().retry(desk.desk().context(), id, version));
  }

  /** As the worker does it, of a batch that was handed over to a provider. */
  private void asked(UUID id, int answer) {
    Payout payout = desk.read(id);
    PayoutBatch batch =
        desk.desk().in(() -> desk.doors().batches().get(desk.desk().scope(), payout.batchId()));
    if (batch.submittedAt() == null || !batch.provider().equals("scripted")) {
      return;
    }
    Optional<PayoutQuestion> question =
        does(
            () ->
                desk.doors()
                    .settlements()
                    .takeOut(desk.desk().scope(), id, desk.desk().context().at()));
    if (question.isEmpty()) {
      return;
    }
    assertOnlyListedSteps(10);
    String key = question.get().order().key();
    switch (answer) {
      case 0 -> note(id, key, new ProviderAnswer.Refused(NO));
      case 1 -> note(id, key, new ProviderAnswer.Underway("po"));
      case 2, 3 -> note(id, key, new ProviderAnswer.Done("po", question.get().order().at()));
      default ->
          does(
              () -> {
                desk.doors().settlements().lose(desk.desk().context(), id, key);
                return key;
              });
    }
  }

  private void note(UUID id, String key, ProviderAnswer answer) {
    does(() -> desk.doors().settlements().note(desk.desk().context(), id, key, answer));
  }

  private <T> T does(Supplier<T> verb) {
    return desk.desk().in(verb);
  }

  private void assertOnlyListedSteps(int which) {
    for (UUID id : payouts) {
      PayoutStatus now = desk.read(id).status();
      PayoutStatus before = seen.put(id, now);
      if (before != null && before != now) {
        assertThat(STEPS.get(before)).as("after %s, by %s", before, which).contains(now);
      }
    }
  }

  private static <T> T any(List<T> all, Random chance) {
    return all.get(chance.nextInt(all.size()));
  }
}
