package com.dotmac.platform.migrator.roles;

/**
 * One role as it is.
 *
 * @param role its name
 * @param exists whether the cluster has it
 * @param login whether somebody can log in as it
 */
public record RoleState(String role, boolean exists, boolean login) {}
