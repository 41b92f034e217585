package com.dotmac.platform.domain.partners.ledger;

import com.dotmac.platform.domain.shared.CodeConverter;
import com.dotmac.platform.domain.shared.Coded;
import jakarta.persistence.Converter;

/**
 * The accounts that each partner has in each currency. What the tenant owes is on the credit side,
 * negative.
 */
public enum LedgerAccount implements Coded {
  /** What commission cost the tenant. */
  EXPENSE("expense"),
  /** Owed, and held back for now. */
  HELD("held"),
  /** Owed, and to be paid out; on the debit side: the partner owes, which is carried forward. */
  PAYABLE("payable"),
  /** In a payout that has not ended. */
  IN_FLIGHT("in_flight"),
  /** Left the house. */
  PAID("paid"),
  /** Debts of the partner that were let off. */
  WRITTEN_OFF("written_off");

  private final String code;

  LedgerAccount(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  /** Stores the code. */
  @Converter
  public static final class Column extends CodeConverter<LedgerAccount> {
    /** For Hibernate. */
    public Column() {
      super(LedgerAccount.class);
    }
  }
}
