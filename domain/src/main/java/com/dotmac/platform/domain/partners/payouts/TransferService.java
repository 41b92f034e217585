package com.dotmac.platform.domain.partners.payouts;

import com.dotmac.platform.domain.sealing.Seals;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The door for lists and files of what people are to move. Only reads. */
public final class TransferService {

  private final PayoutRepository payouts;
  private final BankAccountRepository accounts;
  private final PayoutProviders providers;
  private final Seals seals;

  /**
   * A door for the sessions of one database.
   *
   * @param sessions where the current session comes from
   * @param providers says which batches people pay
   * @param seals opens accounts
   */
  public TransferService(TenantSessions sessions, PayoutProviders providers, Seals seals) {
    payouts = new PayoutRepository(sessions);
    accounts = new BankAccountRepository(sessions);
    this.providers = providers;
    this.seals = seals;
  }

  /**
   * What is under way of a batch: a payout that has ended is in no list any more.
   *
   * @throws PayoutBatchException.NotFound if the tenant has no such batch
   * @throws PayoutBatchException.NotHandedOver if it was not submitted, or a provider pays it
   */
  public TransferList of(TenantScope scope, UUID batchId) {
    PayoutBatch batch = payouts.batch(scope, batchId);
    if (batch.submittedAt() == null || !providers.isByHand(batch.provider())) {
      throw new PayoutBatchException.NotHandedOver();
    }
    Map<UUID, PayeeAccount> payees =
        accounts.payeesOfBatch(scope, batchId).stream()
            .collect(Collectors.toMap(PayeeAccount::id, Function.identity()));
    List<Transfer> transfers =
        payouts.ofBatch(scope, batchId, PayoutStatus.PROCESSING).stream()
            .map(
                payout ->
                    new Transfer(
                        payout.id(),
                        payout.attemptKey(),
                        payout.amount(),
                        Objects.requireNonNull(
                                payees.get(Objects.requireNonNull(payout.payeeAccountId())))
                            .open(seals)))
            .toList();
    return new TransferList(
        batchId,
        batch.number(),
        batch.version(),
        accounts.payerOf(scope, batch.currency()).map(payer -> payer.open(seals)).orElse(null),
        transfers);
  }
}
