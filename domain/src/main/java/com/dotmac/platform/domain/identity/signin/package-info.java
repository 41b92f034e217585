/**
 * How people sign in and stay so: passwords, how often they may be guessed, and sessions.
 *
 * <p>Owns {@code user_passwords}, {@code sign_in_attempts} and {@code user_sessions}. Never keeps a
 * password or a token, only what they can be checked with, and never tells whether an account
 * exists.
 */
@NullMarked
package com.dotmac.platform.domain.identity.signin;

import org.jspecify.annotations.NullMarked;
