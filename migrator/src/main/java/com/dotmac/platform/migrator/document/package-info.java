/**
 * Describes a schema for people who have never seen it: a page of Markdown with a diagram.
 *
 * <p>Owns no table, but the files below {@code docs/schema}. Never reads a database: what it
 * describes comes from the catalogue reader.
 */
@NullMarked
package com.dotmac.platform.migrator.document;

import org.jspecify.annotations.NullMarked;
