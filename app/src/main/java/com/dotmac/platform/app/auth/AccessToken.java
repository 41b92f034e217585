package com.dotmac.platform.app.auth;

import java.util.UUID;

/**
 * What an access token says. It is believed for its signature; whether the session is still open is
 * asked of the database.
 *
 * @param tenantId tenant of the person
 * @param userId the person
 * @param sessionId his session
 */
public record AccessToken(UUID tenantId, UUID userId, UUID sessionId) {}
