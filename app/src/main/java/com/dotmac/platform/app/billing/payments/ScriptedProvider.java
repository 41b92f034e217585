package com.dotmac.platform.app.billing.payments;

import com.dotmac.platform.domain.billing.payments.Decline;
import com.dotmac.platform.domain.billing.payments.PaymentProvider;
import com.dotmac.platform.domain.billing.payments.ProviderAnswer;
import com.dotmac.platform.domain.billing.payments.ProviderUnreachableException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A provider that moves no money and does what the token of the payment method says: for tests and
 * demonstrations. Exists only where the configuration asks for it. Keeps what it did in memory, by
 * key, as a provider does: what is asked for twice is done once.
 *
 * <table>
 *   <caption>Tokens</caption>
 *   <tr><td>{@code success}</td><td>the money is drawn</td></tr>
 *   <tr><td>{@code decline}</td><td>it is not, in no attempt</td></tr>
 *   <tr><td>{@code decline_once}</td><td>it is not in the first attempt</td></tr>
 *   <tr><td>{@code lost}</td><td>it is drawn, and the answer is lost</td></tr>
 *   <tr><td>{@code lost_question}</td><td>the first question does not arrive</td></tr>
 *   <tr><td>{@code late}</td><td>it is under way, and drawn when asked again</td></tr>
 *   <tr><td>{@code refund_refused}</td><td>it is drawn, and no refund is carried out</td></tr>
 *   <tr><td>{@code refund_lost}</td><td>it is drawn, and the answer to a refund is lost</td></tr>
 * </table>
 *
 * Any other token is declined.
 */
public final class ScriptedProvider implements PaymentProvider {

  /** Its name. */
  public static final String CODE = "scripted";

  private static final String PREFIX_OF_PAYMENT = "pay_";

  private final Map<String, ProviderAnswer> charges = new ConcurrentHashMap<>();
  private final Map<String, ProviderAnswer> refunds = new ConcurrentHashMap<>();
  private final Map<String, Integer> questions = new ConcurrentHashMap<>();
  private final Map<String, String> tokens = new ConcurrentHashMap<>();
  private final Map<String, Instant> askedAt = new ConcurrentHashMap<>();
  private final List<String> drawn = new CopyOnWriteArrayList<>();
  private final List<String> sentBack = new CopyOnWriteArrayList<>();

  @Override
  public String code() {
    return CODE;
  }

  @Override
  public boolean answersAtOnce() {
    return false;
  }

  @Override
  public ProviderAnswer charge(Charge charge) throws ProviderUnreachableException {
    String token = String.valueOf(charge.method());
    int question = questions.merge(charge.key(), 1, Integer::sum);
    askedAt.putIfAbsent(charge.key(), charge.at());
    if (token.equals("lost_question") && question == 1) {
      throw new ProviderUnreachableException("The question was lost on its way");
    }
    ProviderAnswer answer =
        charges.computeIfAbsent(charge.key(), key -> first(token, key, charge.at()));
    if (token.equals("lost") && question == 1) {
      throw new ProviderUnreachableException("The answer was lost on its way");
    }
    return answer;
  }

  @Override
  public Optional<ProviderAnswer> charged(String key) {
    return Optional.ofNullable(
        charges.computeIfPresent(
            key,
            (same, answer) ->
                answer instanceof ProviderAnswer.Underway
                    ? draw(key, askedAt.getOrDefault(key, Instant.EPOCH), "late")
                    : answer));
  }

  @Override
  public ProviderAnswer refund(Refund refund) throws ProviderUnreachableException {
    String token = tokens.getOrDefault(String.valueOf(refund.payment()), "success");
    int question = questions.merge(refund.key(), 1, Integer::sum);
    ProviderAnswer answer =
        refunds.computeIfAbsent(refund.key(), key -> sendBack(token, key, refund.at()));
    if (token.equals("refund_lost") && question == 1) {
      throw new ProviderUnreachableException("The answer was lost on its way");
    }
    return answer;
  }

  @Override
  public Optional<ProviderAnswer> refunded(String key) {
    return Optional.ofNullable(refunds.get(key));
  }

  /** How often money of a payment was really drawn. */
  public long drawn(UUID paymentId) {
    return drawn.stream().filter(key -> key.startsWith(paymentId.toString())).count();
  }

  /** How often money of a refund was really sent back. */
  public long sentBack(UUID refundId) {
    return sentBack.stream().filter(key -> key.equals(refundId.toString())).count();
  }

  private ProviderAnswer first(String token, String key, Instant at) {
    return switch (token) {
      case "success", "lost", "lost_question", "refund_refused", "refund_lost" ->
          draw(key, at, token);
      case "decline_once" -> key.endsWith(".1") ? declined() : draw(key, at, token);
      case "late" -> new ProviderAnswer.Underway(PREFIX_OF_PAYMENT + key);
      default -> declined();
    };
  }

  private ProviderAnswer draw(String key, Instant at, String token) {
    String name = PREFIX_OF_PAYMENT + key;
    drawn.add(key);
    tokens.put(name, token);
    return new ProviderAnswer.Done(name, at);
  }

  private ProviderAnswer sendBack(String token, String key, Instant at) {
    if (token.equals("refund_refused")) {
      return new ProviderAnswer.Refused(
          new Decline("refund_refused", "The script refuses refunds."));
    }
    sentBack.add(key);
    return new ProviderAnswer.Done("ref_" + key, at);
  }

  private static ProviderAnswer declined() {
    return new ProviderAnswer.Refused(new Decline("declined", "The script declines this."));
  }
}
