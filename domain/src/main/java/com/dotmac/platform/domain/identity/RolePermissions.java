package com.dotmac.platform.domain.identity;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a role allows, from the two forms in which a query finds it. */
public final class RolePermissions {

  private RolePermissions() {}

  /**
   * What one role allows; nothing when there is no role at all.
   *
   * @param standard {@code null}: not one of those
   * @param own codes of permissions of a tenant's own role; {@code null}: not one of those
   */
  public static Set<Permission> of(@Nullable StandardRole standard, @Nullable Collection<?> own) {
    if (standard != null) {
      return standard.permissions();
    }
    return own == null
        ? Set.of()
        : Permission.known(own.stream().map(String::valueOf).collect(Collectors.toSet()));
  }

  /**
   * What all roles together allow that a query found, a row for each.
   *
   * @param rows each with the standard role in one column and the permissions of an own one in the
   *     next, both {@code null} where there is no role
   * @param at the first of the two columns
   */
  public static Set<Permission> ofAll(List<Object[]> rows, int at) {
    Set<Permission> permissions = new HashSet<>();
    rows.forEach(
        row -> permissions.addAll(of((StandardRole) row[at], (Collection<?>) row[at + 1])));
    return permissions;
  }
}
