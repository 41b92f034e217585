package com.dotmac.platform.domain.billing.payments;

import com.dotmac.platform.domain.shared.CodeConverter;
import com.dotmac.platform.domain.shared.Coded;
import jakarta.persistence.Converter;

/** By what means money comes. */
public enum PaymentKind implements Coded {
  /** Sent from bank to bank. */
  BANK_TRANSFER("bank_transfer"),
  /** Drawn from an account by a mandate. */
  DIRECT_DEBIT("direct_debit"),
  /** Handed over. */
  CASH("cash"),
  /** A check, or an order for money. */
  CHECK("check"),
  /** A card, known by the token that a provider gave for it. */
  CARD("card"),
  /** Anything else. */
  OTHER("other");

  private final String code;

  PaymentKind(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  /** Stores the code. */
  @Converter
  public static final class Column extends CodeConverter<PaymentKind> {
    /** For Hibernate. */
    public Column() {
      super(PaymentKind.class);
    }
  }
}
