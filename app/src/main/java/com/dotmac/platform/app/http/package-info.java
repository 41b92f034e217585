/**
 * What all resources share of HTTP: problems, pages, entity tags, request ids, strictness about
 * input.
 *
 * <p>Owns no table. Knows no feature.
 */
@NullMarked
package com.dotmac.platform.app.http;

import org.jspecify.annotations.NullMarked;
