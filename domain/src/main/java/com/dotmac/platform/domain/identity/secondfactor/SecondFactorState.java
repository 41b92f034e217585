package com.dotmac.platform.domain.identity.secondfactor;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How it stands with the second factor of a person.
 *
 * @param status whether he is asked for a code
 * @param confirmedAt since when; {@code null}: he is not
 * @param backupCodesLeft how many backup codes he has not used; 0 unless it is on
 */
public record SecondFactorState(
    SecondFactorStatus status, @Nullable Instant confirmedAt, int backupCodesLeft) {}
