package com.dotmac.platform.migrator.catalog;

/**
 * A table or a column that got another name and kept what is stored in it.
 *
 * @param from identity before, as {@link CatalogObject#identity} has it
 * @param to identity after
 */
public record Renaming(String from, String to) {}
