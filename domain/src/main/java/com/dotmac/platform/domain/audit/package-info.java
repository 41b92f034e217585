/**
 * Who changed what, when and why: the one way to record an act.
 *
 * <p>Owns {@code audit_activities}, {@code audit_chain_links} and {@code audit_chain_heads}. Adds
 * and reads acts, and reads the chain that the database makes of them; never changes or removes a
 * row, and the database would not let it.
 */
@NullMarked
package com.dotmac.platform.domain.audit;

import org.jspecify.annotations.NullMarked;
