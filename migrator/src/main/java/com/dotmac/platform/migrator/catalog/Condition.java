package com.dotmac.platform.migrator.catalog;

import org.jspecify.annotations.Nullable;

/**
 * What rows must fulfil for an object to be there, and what tells the type of a column.
 *
 * @param identity of the {@link CatalogObject} it belongs to
 * @param type of a column, without its modifier: {@code character varying}; {@code null} for others
 * @param modifier the server's number for length, precision or scale; -1 when there is none
 * @param nature how a column is filled and compared: collation, identity, generated expression;
 *     empty for a plain one, {@code null} for what is no column
 * @param required whether a column is NOT NULL
 * @param violations a query that selects the rows in the way, by their key; {@code null} when rows
 *     cannot be in the way
 */
public record Condition(
    String identity,
    @Nullable String type,
    int modifier,
    @Nullable String nature,
    boolean required,
    @Nullable String violations) {}
