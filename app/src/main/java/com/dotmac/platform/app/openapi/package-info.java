/**
 * The description of the API (OpenAPI) and the page to browse it, for everybody.
 *
 * <p>Owns no table. Never describes anything by itself: it hands out the file that {@code make
 * golden} made of the resources.
 */
@NullMarked
package com.dotmac.platform.app.openapi;

import org.jspecify.annotations.NullMarked;
