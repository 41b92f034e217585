package com.dotmac.platform.domain.partners.commissions;

import com.dotmac.platform.domain.billing.invoices.BilledInvoice;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an invoice is worth for commission, as a sum over the facts taken in.
 *
 * <p>S is what is paid of it, by money and by credits of other invoices; T its total, and K the
 * credit notes issued for it. It is worth the smaller of S and T - K: so a credit note and the
 * refund of the same money count once.
 */
final class InvoiceBook {

  private final BilledInvoice billed;
  private final Map<UUID, Receipt> receipts = new LinkedHashMap<>();
  private final List<TermsRow> terms = new ArrayList<>();
  private long noted;
  private boolean madeVoid;

  InvoiceBook(BilledInvoice billed) {
    this.billed = billed;
  }

  BilledInvoice billed() {
    return billed;
  }

  /** By what is earned on it, for each partner who had money come. */
  List<TermsRow> terms() {
    return terms;
  }

  /** Whether it was decided by what a partner earns on it. */
  boolean isDecidedFor(UUID partnerId) {
    return terms.stream().anyMatch(row -> row.partnerId().equals(partnerId));
  }

  /**
   * Takes a fact in.
   *
   * @param partnerId whose the money is, where the fact is that it came; {@code null}: nobody's
   */
  void take(Intake intake, @Nullable UUID partnerId) {
    UUID receiptId = intake.receiptId();
    if (receiptId != null) {
      Receipt receipt = receipts.computeIfAbsent(receiptId, Receipt::new);
      receipt.add(intake.amount());
      if (intake.kind().opens()) {
        receipt.come(partnerId, intake.allocationId(), intake.occurredAt());
      }
    } else if (intake.kind() == IntakeKind.VOIDED) {
      madeVoid = true;
    } else {
      noted = Math.addExact(noted, intake.amount());
    }
  }

  /**
   * How much of what terms are about is paid: their part of the invoice, in the proportion of what
   * it is worth and of whose money it was, rounded once.
   *
   * @return in minor units, from 0 to all that they are about
   */
  long baseOf(TermsRow row) {
    BigInteger paid = BigInteger.ZERO;
    BigInteger counted = BigInteger.ZERO;
    for (Receipt receipt : receipts.values()) {
      BigInteger net = BigInteger.valueOf(receipt.net());
      paid = paid.add(net);
      counted = receipt.countsFor(row) ? counted.add(net) : counted;
    }
    BigInteger total = BigInteger.valueOf(billed.total());
    // That a note was made void may be told before that it was issued: until then there is none.
    BigInteger asked =
        madeVoid
            ? BigInteger.ZERO
            : total.subtract(BigInteger.valueOf(Math.max(0, noted))).max(BigInteger.ZERO);
    if (counted.signum() == 0 || total.signum() == 0) {
      return 0;
    }
    BigInteger part =
        BigInteger.valueOf(row.commissionable()).multiply(counted).multiply(paid.min(asked));
    return rounded(part, paid.multiply(total));
  }

  /** Half of a minor unit counts as one. */
  private static long rounded(BigInteger part, BigInteger whole) {
    return part.shiftLeft(1).add(whole).divide(whole.shiftLeft(1)).longValueExact();
  }
}
