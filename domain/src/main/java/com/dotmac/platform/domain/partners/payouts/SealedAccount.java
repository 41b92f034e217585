package com.dotmac.platform.domain.partners.payouts;

import com.dotmac.platform.domain.sealing.SealedFor;
import com.dotmac.platform.domain.sealing.Seals;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An account as it is kept: number and bank are sealed, and its end is shown. */
@Embeddable
public class SealedAccount {

  @Column(nullable = false, length = 20)
  @Convert(converter = PayeeMethod.Column.class)
  private PayeeMethod method;

  @Column(nullable = false, length = 140)
  private String holder;

  @Column(nullable = false, length = 20)
  private String hint;

  @Column(name = "sealed_account", nullable = false, length = 2000)
  private String sealed;

  /** For Hibernate. */
  protected SealedAccount() {}

  SealedAccount(BankAccount account, SealedFor place, Seals seals) {
    method = account.method();
    holder = account.holder();
    hint = account.hint();
    sealed = seals.seal(place, account.secret());
  }

  PayeeMethod method() {
    return method;
  }

  String holder() {
    return holder;
  }

  String hint() {
    return hint;
  }

  BankAccount open(SealedFor place, Seals seals) {
    return BankAccount.opened(holder, method, seals.open(place, sealed));
  }

  /** What the audit trail keeps of an account: nothing that money could be drawn with. */
  Map<String, @Nullable Object> auditState() {
    Map<String, @Nullable Object> state = new LinkedHashMap<>();
    state.put("method", method.code());
    state.put("holder", holder);
    state.put("hint", hint);
    return state;
  }
}
