package com.dotmac.platform.domain.partners.tiers;

import com.dotmac.platform.domain.partners.TierNumbers;
import com.dotmac.platform.domain.shared.Page;
import com.dotmac.platform.domain.shared.PageRequest;
import com.dotmac.platform.domain.tenancy.AuditTrail;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.TenantException;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantService;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The door to who moves to another tier. Where a partner belongs is a function of the window and
 * the lines of commission in it; what he earned stays as it is. None opens a transaction.
 */
public final class TierService {

  private final TierProgramRepository programs;
  private final TierReckoning reckoning;
  private final TenantService tenants;
  private final AuditTrail audit;

  /**
   * A door for the sessions of one database.
   *
   * @param sessions where the current session comes from
   * @param tenants knows the zone
   * @param audit where acts are recorded
   */
  public TierService(TenantSessions sessions, TenantService tenants, AuditTrail audit) {
    programs = new TierProgramRepository(sessions);
    reckoning = new TierReckoning(sessions);
    this.tenants = tenants;
    this.audit = audit;
  }

  /**
   * A page of the partners whose numbers belong to another tier than theirs, newest first, also of
   * those who stay all the same.
   *
   * @param at now
   * @throws TenantException.NotFound if the tenant was never registered
   */
  public Page<TierVerdict> preview(TenantScope scope, Instant at, PageRequest page) {
    TierProgram program = program(scope);
    List<TierVerdict> verdicts =
        program == null
            ? List.of()
            : reckoning.verdicts(
                scope,
                program,
                window(scope, program, at),
                TierReckoning.Which.ALL,
                page.after(),
                page.limit() + 1);
    return Page.of(verdicts, page, TierVerdict::partnerId);
  }

  /** Whether partners are moved without anybody. */
  public boolean isAutomatic(TenantScope scope) {
    TierProgram program = program(scope);
    return program != null && program.automatic();
  }

  /**
   * Moves partners to where their numbers belong at the instant of the call. One at a time moves
   * those of a tenant: whoever comes at the same time waits, and finds who is left.
   *
   * @param most how many at the most
   * @return who was moved; fewer than the most: nobody is left
   * @throws TenantException.NotFound if the tenant was never registered
   */
  public List<TierVerdict> apply(CallContext context, int most) {
    TenantScope scope = context.scope();
    programs.hold(scope);
    TierProgram program = program(scope);
    if (program == null) {
      return List.of();
    }
    List<TierVerdict> due =
        reckoning.verdicts(
            scope,
            program,
            window(scope, program, context.at()),
            TierReckoning.Which.MOVING,
            null,
            most);
    Set<UUID> moved = reckoning.move(context, due);
    List<TierVerdict> done =
        due.stream()
            .filter(verdict -> moved.contains(verdict.partnerId()))
            .collect(Collectors.toUnmodifiableList());
    done.forEach(
        verdict ->
            audit.record(
                context,
                "partner.tier_moved",
                verdict.partnerId(),
                Map.of("tier", verdict.from().code()),
                after(verdict)));
    return done;
  }

  /** The program, if it moves anybody; {@code null}: it does not. */
  private @Nullable TierProgram program(TenantScope scope) {
    return programs
        .find(scope)
        .map(row -> row.program(programs.thresholds(scope)))
        .filter(program -> !program.thresholds().isEmpty())
        .orElse(null);
  }

  /** Whole days, so that whoever asks twice on one day is told the same. */
  private TierReckoning.Window window(TenantScope scope, TierProgram program, Instant at) {
    ZoneId zone = tenants.get(scope).timeZone();
    LocalDate today = at.atZone(zone).toLocalDate();
    return new TierReckoning.Window(
        today.minusMonths(program.windowMonths()).atStartOfDay(zone).toInstant(),
        today.atStartOfDay(zone).toInstant());
  }

  private static Map<String, @Nullable Object> after(TierVerdict verdict) {
    TierNumbers numbers = verdict.numbers();
    Map<String, @Nullable Object> state = new LinkedHashMap<>();
    state.put("tier", verdict.to().code());
    state.put("collected", numbers.collected().toString());
    state.put("customers", numbers.customers());
    state.put("from", numbers.from().toString());
    state.put("to", numbers.to().toString());
    return state;
  }
}
