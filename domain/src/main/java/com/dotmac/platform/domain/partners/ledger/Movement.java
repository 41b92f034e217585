package com.dotmac.platform.domain.partners.ledger;

import com.dotmac.platform.domain.shared.Coded;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What changes how much a partner is owed. Each is the entries of some kinds in one account, and
 * their amounts are by how much more he is owed: all other accounts say only where that is.
 */
public enum Movement implements Coded {
  /** The partner earned. */
  EARNED("earned", LedgerAccount.EXPENSE),
  /** What was earned was lost again, or cancelled. */
  REVERSED("reversed", LedgerAccount.EXPENSE),
  /** Somebody gave or took by hand. */
  ADJUSTED("adjusted", LedgerAccount.EXPENSE),
  /** A debt of the partner was let off, or is owed after all. */
  WRITTEN_OFF("written_off", LedgerAccount.WRITTEN_OFF),
  /** A payout reached the partner. */
  PAID_OUT("paid_out", LedgerAccount.PAID),
  /** A payout that had reached the partner came back. */
  RETURNED("returned", LedgerAccount.PAID);

  private final String code;
  private final LedgerAccount account;

  Movement(String code, LedgerAccount account) {
    this.code = code;
    this.account = account;
  }

  @Override
  public String code() {
    return code;
  }

  /** The account whose entries count. */
  public LedgerAccount account() {
    return account;
  }

  /** The kinds of transactions whose entries count. */
  public Set<LedgerKind> kinds() {
    return switch (this) {
      case EARNED -> Set.of(LedgerKind.ACCRUAL);
      case REVERSED -> Set.of(LedgerKind.REVERSAL, LedgerKind.CANCELLATION);
      case ADJUSTED -> Set.of(LedgerKind.ADJUSTMENT);
      case WRITTEN_OFF -> Set.of(LedgerKind.WRITE_OFF, LedgerKind.CANCELLATION);
      case PAID_OUT -> Set.of(LedgerKind.PAYOUT_COMPLETED);
      case RETURNED -> Set.of(LedgerKind.PAYOUT_RETURNED);
    };
  }

  /**
   * The sum of it as SQL, over entries {@code e} and their transactions {@code t}, in minor units.
   */
  String sum() {
    return "coalesce(sum(e.amount) FILTER (WHERE e.account = '%s' AND t.kind IN (%s)), 0)::bigint"
        .formatted(
            account.code(),
            kinds().stream()
                .map(kind -> "'" + kind.code() + "'")
                .sorted()
                .collect(Collectors.joining(", ")));
  }

  /**
   * Which one an entry is.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static Movement of(LedgerAccount account, LedgerKind kind) {
    return Arrays.stream(values())
        .filter(movement -> movement.account == account && movement.kinds().contains(kind))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "An entry of " + kind + " in " + account + " changes no balance"));
  }
}
