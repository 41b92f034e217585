package com.dotmac.platform.app.auth.openid;

import com.dotmac.platform.domain.identity.ExternalIdentity;

/**
 * What a token says whose signature and claims were checked.
 *
 * @param identity who its bearer is at the provider
 * @param tenant slug of the tenant that it opens
 */
record ProvenToken(ExternalIdentity identity, String tenant) {}
