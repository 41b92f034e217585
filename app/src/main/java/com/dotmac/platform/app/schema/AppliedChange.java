package com.dotmac.platform.app.schema;

/**
 * One row of the change history.
 *
 * @param id identifier of the change
 * @param contract whether the change takes away something that older builds may need
 */
public record AppliedChange(String id, boolean contract) {}
