/**
 * Links that are mailed to people, each good once: to choose a new password, to show that an
 * address is theirs, to choose a first password.
 *
 * <p>Owns {@code user_tokens}. Never keeps the text of a link, only what it can be checked with,
 * and never tells whether an account exists.
 */
@NullMarked
package com.dotmac.platform.domain.identity.links;

import org.jspecify.annotations.NullMarked;
