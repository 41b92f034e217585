package com.dotmac.platform.domain.identity.secondfactor;

import com.dotmac.platform.domain.sealing.Seals;
import com.dotmac.platform.domain.tenancy.AuditTrail;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes codes of either kind, told apart by their form. A code that was taken is never taken again:
 * the second factor is held meanwhile, whatever kind it is.
 */
final class CodeCheck {

  /** People type codes in groups. */
  private static final Pattern BETWEEN_GROUPS = Pattern.compile("[\\s-]");

  private final SecondFactorRepository factors;
  private final BackupCodeRepository backupCodes;
  private final Seals seals;
  private final AuditTrail audit;

  CodeCheck(TenantSessions sessions, Seals seals, AuditTrail audit) {
    factors = new SecondFactorRepository(sessions);
    backupCodes = new BackupCodeRepository(sessions);
    this.seals = seals;
    this.audit = audit;
  }

  /**
   * Takes a code of the app, or a backup code.
   *
   * @param held the second factor, which is on and held until the transaction ends
   * @param typed the code
   * @return whether it was good
   */
  boolean take(CallContext context, UserSecondFactor held, String typed) {
    String code = together(typed);
    return TimeCodes.isOne(code)
        ? sent(context, held.take(code, context.at(), seals))
        : takeBackup(context, held, code);
  }

  /**
   * Takes a code of the app, which turns the second factor on.
   *
   * @param held the second factor, which is not on and held until the transaction ends
   * @param typed the code
   * @return whether it was good
   */
  boolean confirm(CallContext context, UserSecondFactor held, String typed) {
    return sent(context, held.confirm(together(typed), context.at(), seals));
  }

  private boolean sent(CallContext context, boolean taken) {
    if (taken) {
      factors.flush(context.scope());
    }
    return taken;
  }

  private static String together(String typed) {
    return BETWEEN_GROUPS.matcher(typed).replaceAll("");
  }

  private boolean takeBackup(CallContext context, UserSecondFactor held, String code) {
    Optional<UserBackupCode> found =
        BackupCode.digest(code)
            .flatMap(digest -> backupCodes.findUnused(context.scope(), held.userId(), digest));
    found.ifPresent(
        unused -> {
          unused.use(context.at());
          backupCodes.flush(context.scope());
          Map<String, @Nullable Object> state = new LinkedHashMap<>();
          state.put("codesLeft", backupCodes.left(context.scope(), held.userId()));
          audit.record(context, "user.backup_code_used", held.userId(), null, state);
        });
    return found.isPresent();
  }
}
