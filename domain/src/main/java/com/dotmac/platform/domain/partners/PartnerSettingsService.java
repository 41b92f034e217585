package com.dotmac.platform.domain.partners;

import com.dotmac.platform.domain.shared.VersionConflictException;
import com.dotmac.platform.domain.tenancy.AuditTrail;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The door to the settings of the partner programme. A tenant that settled nothing has the {@link
 * PartnerPolicy#USUAL}. A change writes its audit row; nothing opens a transaction.
 */
public final class PartnerSettingsService {

  private final PartnerSettingsRepository settings;
  private final AuditTrail audit;

  /**
   * A door for the sessions of one database.
   *
   * @param sessions where the current session comes from
   * @param audit where acts are recorded
   */
  public PartnerSettingsService(TenantSessions sessions, AuditTrail audit) {
    settings = new PartnerSettingsRepository(sessions);
    this.audit = audit;
  }

  /** How the tenant runs its partner programme. */
  public PartnerPolicy get(TenantScope scope) {
    return read(scope).policy();
  }

  /** The same, with the version that a change is based on. */
  public SettledPolicy read(TenantScope scope) {
    return settled(scope, settings.find(scope));
  }

  /**
   * Settles how the tenant runs its partner programme, for what comes from then on: what is held is
   * released no earlier. A change of nothing writes nothing.
   *
   * @param expectedVersion version that the caller has read
   * @param edit gives the new policy from the present one
   * @throws PartnerSettingsException if what is wanted makes no sense
   * @throws VersionConflictException if the settings were changed meanwhile
   */
  public SettledPolicy change(
      CallContext context, int expectedVersion, UnaryOperator<PartnerPolicy> edit) {
    TenantScope scope = context.scope();
    // Read once: whoever settles meanwhile for the first time is not to be taken for read.
    Optional<PartnerSettings> row = settings.find(scope);
    SettledPolicy present = settled(scope, row);
    VersionConflictException.refuseUnlessEqual(expectedVersion, present.version());
    PartnerPolicy wanted = edit.apply(present.policy());
    if (wanted.equals(present.policy())) {
      return present;
    }
    PartnerSettings settled = settings.settle(context, row.orElse(null), wanted);
    audit.record(
        context,
        "partner_settings.changed",
        scope.tenantId(),
        auditState(present.policy()),
        auditState(wanted));
    return new SettledPolicy(wanted, settled.version());
  }

  private SettledPolicy settled(TenantScope scope, Optional<PartnerSettings> row) {
    return row.map(kept -> new SettledPolicy(kept.policy(settings.minimums(scope)), kept.version()))
        .orElse(new SettledPolicy(PartnerPolicy.USUAL, 0));
  }

  private static Map<String, @Nullable Object> auditState(PartnerPolicy policy) {
    Map<String, @Nullable Object> state = new LinkedHashMap<>();
    state.put("holdDays", policy.holdDays());
    state.put("automaticApproval", policy.automaticApproval());
    state.put("makerChecker", policy.makerChecker());
    state.put("applicationsOpen", policy.applicationsOpen());
    state.put("protectionDays", policy.protectionDays());
    state.put("payoutMinimums", policy.payoutMinimums().stream().map(Object::toString).toList());
    return state;
  }
}
