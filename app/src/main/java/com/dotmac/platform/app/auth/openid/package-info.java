/**
 * People who come with a token of an OpenID provider: which providers are trusted, what they sign
 * with, what a token of theirs must say, and who its bearer is here.
 *
 * <p>Owns no table. Never takes a secret to check a token with, never believes what a token says
 * before its signature is checked, and never tells why one was refused.
 */
@NullMarked
package com.dotmac.platform.app.auth.openid;

import org.jspecify.annotations.NullMarked;
