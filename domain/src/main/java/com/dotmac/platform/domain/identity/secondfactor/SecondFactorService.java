package com.dotmac.platform.domain.identity.secondfactor;

import com.dotmac.platform.domain.identity.User;
import com.dotmac.platform.domain.sealing.SealingException;
import com.dotmac.platform.domain.sealing.Seals;
import com.dotmac.platform.domain.tenancy.AuditTrail;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantService;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The door to second factors: enrol, confirm, turn off, and admit who signs in.
 *
 * <p>A secret asks nobody for anything until its owner has shown with a code that his app has it:
 * otherwise a photograph that failed would shut him out. Whoever takes a code holds the row of the
 * second factor, so that of ever so many at once with one code one gets through.
 */
public final class SecondFactorService {

  private static final int BACKUP_CODES = 10;

  private final SecondFactorRepository factors;
  private final BackupCodeRepository backupCodes;
  private final CodeCheck check;
  private final TenantService tenants;
  private final Seals seals;
  private final AuditTrail audit;

  /**
   * A door for the sessions of one database.
   *
   * @param sessions where the current session comes from
   * @param tenants tells the name that a tenant goes by
   * @param seals keeps the secrets
   * @param audit where acts are recorded
   */
  public SecondFactorService(
      TenantSessions sessions, TenantService tenants, Seals seals, AuditTrail audit) {
    factors = new SecondFactorRepository(sessions);
    backupCodes = new BackupCodeRepository(sessions);
    check = new CodeCheck(sessions, seals, audit);
    this.tenants = tenants;
    this.seals = seals;
    this.audit = audit;
  }

  /** How it stands with the second factor of a person. */
  public SecondFactorState state(TenantScope scope, UUID userId) {
    Optional<UserSecondFactor> found = factors.find(scope, userId);
    if (found.filter(UserSecondFactor::isOn).isPresent()) {
      return new SecondFactorState(
          SecondFactorStatus.ON, found.get().confirmedAt(), backupCodes.left(scope, userId));
    }
    return new SecondFactorState(
        found.isPresent() ? SecondFactorStatus.PENDING : SecondFactorStatus.OFF, null, 0);
  }

  /**
   * Refuses at once what {@link #enrol} would, before anybody is asked to prove himself.
   *
   * @throws SealingException.NotConfigured if there is no key to keep a secret under
   * @throws SecondFactorException.StepNotAllowed if the second factor is on
   */
  public void refuseUnlessEnrollable(TenantScope scope, UUID userId) {
    seals.refuseUnlessConfigured();
    if (state(scope, userId).status() == SecondFactorStatus.ON) {
      throw SecondFactorException.StepNotAllowed.isOn();
    }
  }

  /**
   * Refuses at once what {@link #confirm} would, before a guess is counted.
   *
   * @throws SecondFactorException.StepNotAllowed if nothing waits to be confirmed
   */
  public void refuseUnlessPending(TenantScope scope, UUID userId) {
    if (state(scope, userId).status() != SecondFactorStatus.PENDING) {
      throw SecondFactorException.StepNotAllowed.isNotPending();
    }
  }

  /**
   * Refuses at once what needs a second factor that is on, before anybody is asked to prove
   * himself.
   *
   * @throws SecondFactorException.StepNotAllowed if it is not on
   */
  public void refuseUnlessOn(TenantScope scope, UUID userId) {
    if (state(scope, userId).status() != SecondFactorStatus.ON) {
      throw SecondFactorException.StepNotAllowed.isNotOn();
    }
  }

  /**
   * Makes up a secret for the app of a person, who has just given his password. It has to be
   * confirmed; one that waited for that is dead.
   *
   * @throws SealingException.NotConfigured if there is no key to keep a secret under
   * @throws SecondFactorException.StepNotAllowed if the second factor is on
   */
  public SecondFactorEnrolment enrol(CallContext context, User person) {
    TenantScope scope = context.scope();
    SharedSecret secret = SharedSecret.random();
    Optional<UserSecondFactor> present = factors.hold(scope, person.id());
    if (present.filter(UserSecondFactor::isOn).isPresent()) {
      throw SecondFactorException.StepNotAllowed.isOn();
    }
    UserSecondFactor factor =
        present.orElseGet(() -> new UserSecondFactor(context, person.id(), secret, seals));
    if (present.isPresent()) {
      factor.begin(secret, seals, context.at());
      factors.flush(scope);
    } else {
      factors.add(scope, factor);
    }
    audit.record(context, "user.second_factor_enrolled", person.id(), null, factor.auditState());
    return new SecondFactorEnrolment(
        secret.base32(), secret.uri(tenants.get(scope).name(), person.email()));
  }

  /**
   * Turns the second factor on, now that the app of the person has shown a code.
   *
   * @param code of the app; it is taken, and does not sign in as well
   * @return the backup codes; show them once and forget them
   * @throws SecondFactorException if nothing waits to be confirmed, or the code is wrong
   */
  public List<String> confirm(CallContext context, UUID userId, String code) {
    UserSecondFactor factor =
        factors
            .hold(context.scope(), userId)
            .filter(found -> !found.isOn())
            .orElseThrow(SecondFactorException.StepNotAllowed::isNotPending);
    var before = factor.auditState();
    if (!check.confirm(context, factor, code)) {
      throw new SecondFactorException.PresentCodeIsWrong();
    }
    List<String> codes = newBackupCodes(context, userId);
    audit.record(context, "user.second_factor_confirmed", userId, before, factor.auditState());
    return codes;
  }

  /**
   * Gives a person, who has just given his password, new backup codes. The ones before are dead.
   *
   * @param code of the app, or a backup code
   * @return the backup codes; show them once and forget them
   * @throws SecondFactorException if the second factor is not on, or the code is wrong
   */
  public List<String> renewBackupCodes(CallContext context, UUID userId, String code) {
    UserSecondFactor factor = prove(context, userId, code);
    List<String> codes = newBackupCodes(context, userId);
    audit.record(context, "user.backup_codes_renewed", userId, null, factor.auditState());
    return codes;
  }

  /**
   * Turns the second factor of a person off, who has just given his password.
   *
   * @param code of the app, or a backup code
   * @throws SecondFactorException if the second factor is not on, or the code is wrong
   */
  public void disable(CallContext context, UUID userId, String code) {
    UserSecondFactor factor = prove(context, userId, code);
    backupCodes.removeAll(context.scope(), userId);
    factors.remove(context.scope(), factor);
    audit.record(context, "user.second_factor_disabled", userId, factor.auditState(), null);
  }

  /**
   * Lets a person pass who gave the right password, if he needs no code or the code is good.
   *
   * @param code of the app, or a backup code; {@code null}: he gave none
   * @throws SecondFactorException.Required if he needs one and gave none
   * @throws SecondFactorException.Wrong if it is not good
   */
  public void admit(CallContext context, UUID userId, @Nullable String code) {
    Optional<UserSecondFactor> on =
        factors.hold(context.scope(), userId).filter(UserSecondFactor::isOn);
    if (on.isEmpty()) {
      return;
    }
    if (code == null) {
      throw new SecondFactorException.Required();
    }
    if (!check.take(context, on.get(), code)) {
      throw new SecondFactorException.Wrong();
    }
  }

  private UserSecondFactor prove(CallContext context, UUID userId, String code) {
    UserSecondFactor factor =
        factors
            .hold(context.scope(), userId)
            .filter(UserSecondFactor::isOn)
            .orElseThrow(SecondFactorException.StepNotAllowed::isNotOn);
    if (!check.take(context, factor, code)) {
      throw new SecondFactorException.PresentCodeIsWrong();
    }
    return factor;
  }

  private List<String> newBackupCodes(CallContext context, UUID userId) {
    List<BackupCode> codes = Stream.generate(BackupCode::random).limit(BACKUP_CODES).toList();
    backupCodes.replace(context, userId, codes);
    return codes.stream().map(BackupCode::text).toList();
  }
}
