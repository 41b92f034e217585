package com.dotmac.platform.domain.idempotency;

/**
 * A request that its caller may repeat. Two requests are one when all parts agree; when only the
 * fingerprint differs, the caller has made a mistake.
 *
 * @param credential kind and identifier of who sends it, at most 60 characters
 * @param route method and template of the address, at most 200 characters
 * @param key what the caller chose, at most 255 characters
 * @param fingerprint SHA-256 of address and body, in hexadecimal
 */
public record RequestKey(String credential, String route, String key, String fingerprint) {}
