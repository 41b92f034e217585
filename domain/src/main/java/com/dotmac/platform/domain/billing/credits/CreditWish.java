package com.dotmac.platform.domain.billing.credits;

import com.dotmac.platform.domain.shared.Money;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How much of an invoice a credit note is to take back. */
public sealed interface CreditWish {

  /** All that is left of it after the notes before. */
  record Rest() implements CreditWish {}

  /**
   * An amount with its tax, spread over the lines in the proportion of what is left of each.
   *
   * @param total more than nothing
   */
  record Amount(Money total) implements CreditWish {}

  /**
   * Parts of lines.
   *
   * @param lines at least one, each line once
   */
  record Lines(List<Line> lines) implements CreditWish {

    /** The same, with a list that nobody changes. */
    public Lines {
      lines = List.copyOf(lines);
    }
  }

  /**
   * A part of a line.
   *
   * @param invoiceLineId line of the invoice
   * @param net how much of it before tax, below nothing for a line that deducts; {@code null}: all
   *     that is left of it
   */
  record Line(UUID invoiceLineId, @Nullable Money net) {}
}
