package com.dotmac.platform.domain.sealing;

import com.dotmac.platform.domain.tenancy.TenantScope;
import java.util.UUID;

/**
 * Where a sealed secret belongs. It is part of the seal: a sealed text that was moved to another
 * row, another use or another tenant does not open there.
 *
 * @param scope tenant of the row
 * @param purpose what the secret is for, {@code totp}; the same for each row of one column
 * @param rowId the row that keeps it
 */
public record SealedFor(TenantScope scope, String purpose, UUID rowId) {}
