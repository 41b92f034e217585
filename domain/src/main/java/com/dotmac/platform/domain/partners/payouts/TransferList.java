package com.dotmac.platform.domain.partners.payouts;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What people are to move of a batch.
 *
 * @param batchId the batch
 * @param number its number
 * @param version its version: the list of a batch that was changed may be another
 * @param payer where the money comes from; {@code null}: nobody has said
 * @param transfers what is under way now, by partner; may be none
 */
public record TransferList(
    UUID batchId,
    String number,
    int version,
    @Nullable BankAccount payer,
    List<Transfer> transfers) {

  /** Takes a copy. */
  public TransferList {
    transfers = List.copyOf(transfers);
  }

  /**
   * Where the money comes from.
   *
   * @throws BankAccountException.NotFound if nobody has said
   */
  public BankAccount payerOrRefuse() {
    if (payer == null) {
      throw new BankAccountException.NotFound();
    }
    return payer;
  }
}
