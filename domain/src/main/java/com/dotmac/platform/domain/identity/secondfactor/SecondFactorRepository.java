package com.dotmac.platform.domain.identity.secondfactor;

import com.dotmac.platform.domain.shared.ConstraintRefusals;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import jakarta.persistence.LockModeType;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The queries over {@code user_second_factors}. */
final class SecondFactorRepository {

  private static final ConstraintRefusals REFUSALS =
      new ConstraintRefusals(
          Map.of("pk_user_second_factors", SecondFactorException.StepNotAllowed::isEnrolledAtOnce));

  private final TenantSessions sessions;

  SecondFactorRepository(TenantSessions sessions) {
    this.sessions = sessions;
  }

  void add(TenantScope scope, UserSecondFactor factor) {
    sessions.of(scope).persist(factor);
    flush(scope);
  }

  void remove(TenantScope scope, UserSecondFactor factor) {
    sessions.of(scope).remove(factor);
    flush(scope);
  }

  void flush(TenantScope scope) {
    REFUSALS.flush(sessions.of(scope));
  }

  Optional<UserSecondFactor> find(TenantScope scope, UUID userId) {
    return Optional.ofNullable(sessions.of(scope).find(UserSecondFactor.class, userId));
  }

  /** Held until the transaction ends: of two who come with one code the second finds it taken. */
  Optional<UserSecondFactor> hold(TenantScope scope, UUID userId) {
    return Optional.ofNullable(
        sessions.of(scope).find(UserSecondFactor.class, userId, LockModeType.PESSIMISTIC_WRITE));
  }
}
