package com.dotmac.platform.domain.tenancy;

import java.util.Optional;

/**
 * The tenant that this thread works for, and the partner if it works for one: bound once a request
 * is authenticated or a job begins, released when it ends.
 *
 * <p>Only sessions read it, when they are opened. Code that decides takes a {@link TenantScope} or
 * {@link CallContext} instead, and {@link TenantSessions} checks that the two agree.
 */
public final class CurrentTenant {

  private static final ThreadLocal<TenantScope> BOUND = new ThreadLocal<>();

  private CurrentTenant() {}

  /**
   * Binds this thread to a tenant until {@link #release}.
   *
   * @throws IllegalStateException if the thread is bound already: a binding that leaked would show
   *     one tenant's data to another
   */
  public static void bind(TenantScope scope) {
    if (BOUND.get() != null) {
      throw new IllegalStateException("This thread is bound to a tenant already");
    }
    BOUND.set(scope);
  }

  /** Releases the thread, whatever it was bound to. */
  public static void release() {
    BOUND.remove();
  }

  /** The tenant and partner of this thread; empty when it works for none. */
  public static Optional<TenantScope> find() {
    return Optional.ofNullable(BOUND.get());
  }
}
