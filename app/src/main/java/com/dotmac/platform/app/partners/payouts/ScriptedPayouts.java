package com.dotmac.platform.app.partners.payouts;

import com.dotmac.platform.domain.billing.payments.Decline;
import com.dotmac.platform.domain.billing.payments.ProviderAnswer;
import com.dotmac.platform.domain.billing.payments.ProviderUnreachableException;
import com.dotmac.platform.domain.partners.payouts.PayoutProvider;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A provider that moves no money and does what the holder of the account is called: for tests and
 * demonstrations. Exists only where the configuration asks for it. Keeps what it did in memory, by
 * key, as a provider does: what is asked for twice is done once.
 *
 * <table>
 *   <caption>Last word of the holder</caption>
 *   <tr><td>{@code lost}</td><td>the money is sent, and the answer is lost</td></tr>
 *   <tr><td>{@code lost_question}</td><td>the first question does not arrive</td></tr>
 *   <tr><td>{@code late}</td><td>it is under way, and sent when asked again</td></tr>
 *   <tr><td>{@code declined}</td><td>it is not sent, in no attempt</td></tr>
 *   <tr><td>{@code declined_once}</td><td>it is not sent in the first attempt</td></tr>
 *   <tr><td>{@code returned}</td><td>it is sent, and comes back when asked again</td></tr>
 * </table>
 *
 * To any other holder the money is sent.
 */
public final class ScriptedPayouts implements PayoutProvider {

  /** Its name. */
  public static final String CODE = "scripted";

  private final Map<String, ProviderAnswer> answers = new ConcurrentHashMap<>();
  private final Map<String, Order> orders = new ConcurrentHashMap<>();
  private final Map<String, Integer> questions = new ConcurrentHashMap<>();
  private final List<String> sent = new CopyOnWriteArrayList<>();

  @Override
  public String code() {
    return CODE;
  }

  @Override
  public ProviderAnswer pay(Order order) throws ProviderUnreachableException {
    String script = script(order);
    int question = questions.merge(order.key(), 1, Integer::sum);
    if (script.equals("lost_question") && question == 1) {
      throw new ProviderUnreachableException("The question was lost on its way");
    }
    orders.putIfAbsent(order.key(), order);
    ProviderAnswer answer = answers.computeIfAbsent(order.key(), key -> first(script, order));
    if (script.equals("lost") && question == 1) {
      throw new ProviderUnreachableException("The answer was lost on its way");
    }
    return answer;
  }

  @Override
  public Optional<ProviderAnswer> look(String key) {
    return Optional.ofNullable(
        answers.computeIfPresent(
            key, (same, answer) -> later(Objects.requireNonNull(orders.get(key)), answer)));
  }

  /** The keys that money was really sent by, in order; one that is there twice was paid twice. */
  public List<String> sent() {
    return List.copyOf(sent);
  }

  private ProviderAnswer first(String script, Order order) {
    return switch (script) {
      case "declined" -> declined();
      case "declined_once" -> order.key().endsWith(".1") ? declined() : send(order);
      case "late" -> new ProviderAnswer.Underway(name(order));
      default -> send(order);
    };
  }

  private ProviderAnswer later(Order order, ProviderAnswer answer) {
    if (answer instanceof ProviderAnswer.Underway) {
      return send(order);
    }
    return answer instanceof ProviderAnswer.Done && script(order).equals("returned")
        ? new ProviderAnswer.Refused(
            new Decline("account_closed", "The bank of the partner sent the money back."))
        : answer;
  }

  private ProviderAnswer send(Order order) {
    sent.add(order.key());
    Instant at = order.at();
    return new ProviderAnswer.Done(name(order), at);
  }

  private static String name(Order order) {
    return "po_" + order.key();
  }

  private static String script(Order order) {
    String holder = order.payee().holder().toLowerCase(Locale.ROOT);
    return holder.substring(holder.lastIndexOf(' ') + 1);
  }

  private static ProviderAnswer declined() {
    return new ProviderAnswer.Refused(new Decline("declined", "The script declines this."));
  }
}
