/**
 * What a person shows beside his password: a code of his authenticator app (RFC 6238), or a backup
 * code when he has lost it.
 *
 * <p>Owns {@code user_second_factors} and {@code user_backup_codes}. Keeps the secret of an app
 * sealed and of backup codes only digests. Never looks at a password, and never counts how often
 * somebody guesses: who calls it does both.
 */
@NullMarked
package com.dotmac.platform.domain.identity.secondfactor;

import org.jspecify.annotations.NullMarked;
