package com.dotmac.platform.domain.partners.tiers;

import com.dotmac.platform.domain.shared.VersionConflictException;
import com.dotmac.platform.domain.tenancy.AuditTrail;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.TenantException;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantService;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The door to how tiers are reckoned. A tenant that settled nothing has nobody moved. A change
 * writes its audit row; nothing opens a transaction.
 */
public final class TierProgramService {

  private static final int USUAL_MONTHS = 12;

  private final TierProgramRepository programs;
  private final TenantService tenants;
  private final AuditTrail audit;

  /**
   * A door for the sessions of one database.
   *
   * @param sessions where the current session comes from
   * @param tenants knows the currency where none was settled
   * @param audit where acts are recorded
   */
  public TierProgramService(TenantSessions sessions, TenantService tenants, AuditTrail audit) {
    programs = new TierProgramRepository(sessions);
    this.tenants = tenants;
    this.audit = audit;
  }

  /**
   * How tiers are reckoned, with the version that a change is based on.
   *
   * @throws TenantException.NotFound if the tenant was never registered
   */
  public SettledTiers read(TenantScope scope) {
    return settled(scope, programs.find(scope));
  }

  /**
   * Settles how tiers are reckoned, for when they are reckoned next: nobody is moved by it. A
   * change of nothing writes nothing.
   *
   * @param expectedVersion version that the caller has read
   * @param edit gives the new program from the present one
   * @throws TierProgramException if what is wanted makes no sense
   * @throws VersionConflictException if the program was changed meanwhile
   */
  public SettledTiers change(
      CallContext context, int expectedVersion, UnaryOperator<TierProgram> edit) {
    TenantScope scope = context.scope();
    // Read once: whoever settles meanwhile for the first time is not to be taken for read.
    Optional<TierSettings> row = programs.find(scope);
    SettledTiers present = settled(scope, row);
    VersionConflictException.refuseUnlessEqual(expectedVersion, present.version());
    TierProgram wanted = edit.apply(present.program());
    if (wanted.equals(present.program())) {
      return present;
    }
    TierSettings settled = programs.settle(context, row.orElse(null), wanted);
    audit.record(
        context,
        "partner_tiers.changed",
        scope.tenantId(),
        auditState(present.program()),
        auditState(wanted));
    return new SettledTiers(wanted, settled.version());
  }

  private SettledTiers settled(TenantScope scope, Optional<TierSettings> row) {
    return row.map(
            kept -> new SettledTiers(kept.program(programs.thresholds(scope)), kept.version()))
        .orElseGet(
            () ->
                new SettledTiers(
                    new TierProgram(
                        tenants.get(scope).defaultCurrency(), USUAL_MONTHS, false, List.of()),
                    0));
  }

  private static Map<String, @Nullable Object> auditState(TierProgram program) {
    Map<String, @Nullable Object> state = new LinkedHashMap<>();
    state.put("currency", program.currency().getCurrencyCode());
    state.put("windowMonths", program.windowMonths());
    state.put("automatic", program.automatic());
    state.put("tiers", program.thresholds().stream().map(Object::toString).toList());
    return state;
  }
}
