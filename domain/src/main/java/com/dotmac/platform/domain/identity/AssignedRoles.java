package com.dotmac.platform.domain.identity;

import com.dotmac.platform.domain.shared.Coded;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The roles that a person has.
 *
 * @param standard those that every tenant has
 * @param own identifiers of those that the tenant made
 */
public record AssignedRoles(Set<StandardRole> standard, Set<UUID> own) {

  /** No role at all. */
  public static final AssignedRoles NONE = new AssignedRoles(Set.of(), Set.of());

  /** Takes copies. */
  public AssignedRoles {
    standard = Set.copyOf(standard);
    own = Set.copyOf(own);
  }

  static AssignedRoles of(Collection<UserRole> rows) {
    return new AssignedRoles(
        rows.stream()
            .map(UserRole::standardRole)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet()),
        rows.stream().map(UserRole::roleId).filter(Objects::nonNull).collect(Collectors.toSet()));
  }

  /** Whether these let a person administer his tenant. */
  boolean administer() {
    return standard.contains(StandardRole.TENANT_ADMINISTRATOR);
  }

  /** Whether the role of a row is one of these. */
  boolean include(UserRole row) {
    StandardRole role = row.standardRole();
    UUID id = row.roleId();
    return (role != null && standard.contains(role)) || (id != null && own.contains(id));
  }

  /** Codes of the standard ones, in order. */
  List<String> standardCodes() {
    return standard.stream().map(Coded::code).sorted().toList();
  }
}
