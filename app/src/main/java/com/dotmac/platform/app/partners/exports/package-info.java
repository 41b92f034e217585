/**
 * Exports of partners: asked for over HTTP, made in the background, fetched as files.
 *
 * <p>Owns no table; knows how a file looks, and when it is made.
 */
@NullMarked
package com.dotmac.platform.app.partners.exports;

import org.jspecify.annotations.NullMarked;
