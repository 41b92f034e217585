package com.dotmac.platform.it.billing.credits;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.it.harness.ApiAnswer;

/** Reads amounts out of answers. */
final class Books {

  private Books() {}

  /** An amount, in minor units. */
  static long amount(ApiAnswer answer, String field) {
    return answer.json().path(field).path("amount").asLong(Long.MIN_VALUE);
  }

  /** Says how an invoice stands. */
  static void assertInvoice(ApiAnswer invoice, String status, long credited, long balance) {
    assertThat(invoice.text("status")).isEqualTo(status);
    assertThat(amount(invoice, "credited")).isEqualTo(credited);
    assertThat(amount(invoice, "balance")).isEqualTo(balance);
  }

  /** Says how a credit note stands. */
  static void assertNote(ApiAnswer note, String status, long applied, long remaining) {
    assertThat(note.text("status")).isEqualTo(status);
    assertThat(amount(note, "applied")).isEqualTo(applied);
    assertThat(amount(note, "remaining")).isEqualTo(remaining);
  }
}
