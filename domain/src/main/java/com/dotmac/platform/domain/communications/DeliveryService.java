package com.dotmac.platform.domain.communications;

import com.dotmac.platform.domain.sealing.BrokenSealException;
import com.dotmac.platform.domain.sealing.SealingException;
import com.dotmac.platform.domain.sealing.Seals;
import com.dotmac.platform.domain.tenancy.Tenant;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantService;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The door for the worker that delivers messages: takes one out, and notes what became of it.
 *
 * <p>Between the two lies the mail server, and no transaction. A worker that dies there leaves the
 * message pending; it is delivered once more, under the same identifier.
 */
public final class DeliveryService {

  private final MessageRepository messages;
  private final TenantService tenants;
  private final Seals seals;

  /**
   * A door for the sessions of one database.
   *
   * @param sessions where the current session comes from
   * @param tenants tells who writes
   * @param seals opens what a message carries
   */
  public DeliveryService(TenantSessions sessions, TenantService tenants, Seals seals) {
    messages = new MessageRepository(sessions);
    this.tenants = tenants;
    this.seals = seals;
  }

  /**
   * Takes a message out for an attempt.
   *
   * @param at instant of the attempt
   * @return what to send; empty if there is nothing to do, because it was sent, given up, or is of
   *     no use any more
   * @throws SealingException.NotConfigured if it carries a secret and there is no key to open it
   * @throws BrokenSealException if its secret does not open
   */
  public Optional<Letter> takeOut(TenantScope scope, UUID id, Instant at) {
    return pending(scope, id)
        .flatMap(
            message -> {
              if (!message.usefulAt(at)) {
                message.expire();
                return Optional.empty();
              }
              Tenant tenant = tenants.get(scope);
              return Optional.of(
                  Letter.of(message, tenant.name(), tenant.timeZone(), message.secret(seals)));
            });
  }

  /** Notes that a mail server took the message; from now on its secret is gone. */
  public void noteSent(TenantScope scope, UUID id, Instant at) {
    pending(scope, id).ifPresent(message -> message.sent(at));
  }

  /**
   * Notes that an attempt failed.
   *
   * @param at instant of the attempt
   * @param reason why, for people; holds no secret
   * @param forGood whether another attempt could not end otherwise
   * @return when to try again; empty if the message was given up
   */
  public Optional<Instant> noteFailure(
      TenantScope scope, UUID id, Instant at, String reason, boolean forGood) {
    return pending(scope, id)
        .flatMap(
            message -> {
              message.attemptFailed(reason);
              if (forGood || Patience.isExhausted(message.attempts())) {
                message.giveUp();
                return Optional.empty();
              }
              return Optional.of(at.plus(Patience.after(message.attempts())));
            });
  }

  private Optional<Message> pending(TenantScope scope, UUID id) {
    return messages
        .findForChange(scope, id)
        .filter(message -> message.status() == MessageStatus.PENDING);
  }
}
