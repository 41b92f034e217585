package com.dotmac.platform.domain.billing.catalog;

import com.dotmac.platform.domain.shared.ConstraintRefusals;
import com.dotmac.platform.domain.shared.DomainException;
import com.dotmac.platform.domain.shared.KeysetQuery;
import com.dotmac.platform.domain.shared.Page;
import com.dotmac.platform.domain.shared.PageRequest;
import com.dotmac.platform.domain.shared.VersionConflictException;
import com.dotmac.platform.domain.tenancy.AuditTrail;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One kind of thing of the catalogue in the database: added, read, changed and archived the same
 * way whatever it is, each act with its row in the audit trail. Never deletes.
 *
 * @param <E> the kind
 */
final class CatalogShelf<E extends CatalogItem> {

  /**
   * What a kind refuses.
   *
   * @param notFound there is none with the identifier
   * @param archived it is closed
   * @param constraints what the constraints of its table mean
   */
  record Refusals(
      Supplier<? extends DomainException> notFound,
      Supplier<? extends DomainException> archived,
      ConstraintRefusals constraints) {}

  private final TenantSessions sessions;
  private final AuditTrail audit;
  private final Class<E> kind;
  private final String name;
  private final Refusals refusals;

  /**
   * A shelf.
   *
   * @param kind the entity
   * @param name what the audit trail calls it, {@code product}
   */
  CatalogShelf(
      TenantSessions sessions, AuditTrail audit, Class<E> kind, String name, Refusals refusals) {
    this.sessions = sessions;
    this.audit = audit;
    this.kind = kind;
    this.name = name;
    this.refusals = refusals;
  }

  E add(CallContext context, E item) {
    sessions.of(context.scope()).persist(item);
    flush(context.scope());
    audit.record(context, name + ".created", item.id(), null, item.auditState());
    return item;
  }

  E get(TenantScope scope, UUID id) {
    return found(sessions.of(scope).find(kind, id));
  }

  /** For something new: nobody can archive it until the transaction ends. */
  E getOpen(TenantScope scope, UUID id) {
    E item = found(sessions.of(scope).find(kind, id, LockModeType.PESSIMISTIC_READ));
    refuseIfArchived(item);
    return item;
  }

  Page<E> list(TenantScope scope, KeysetQuery<E> query, PageRequest page) {
    return query.page(sessions.of(scope), page);
  }

  /**
   * Changes what is said of an item; a change of nothing writes nothing.
   *
   * @param details reads what is said of it
   * @param edit gives what is to be said
   * @param check refuses what may not be said, having been told the item and what is wanted
   * @param write says it
   */
  <D> E change(
      CallContext context,
      UUID id,
      int expectedVersion,
      Function<E, D> details,
      UnaryOperator<D> edit,
      BiConsumer<E, D> check,
      Change<E, D> write) {
    E item = getForChange(context.scope(), id, expectedVersion);
    D present = details.apply(item);
    D wanted = edit.apply(present);
    if (!wanted.equals(present)) {
      check.accept(item, wanted);
      var before = item.auditState();
      write.change(item, wanted, context.at());
      flush(context.scope());
      audit.record(context, name + ".changed", id, before, item.auditState());
    }
    return item;
  }

  /** How a kind takes new details. */
  @FunctionalInterface
  interface Change<E, D> {
    void change(E item, D details, Instant at);
  }

  E archive(CallContext context, UUID id, int expectedVersion) {
    E item = getForChange(context.scope(), id, expectedVersion);
    var before = item.auditState();
    item.archive(context.at());
    flush(context.scope());
    audit.record(context, name + ".archived", id, before, item.auditState());
    return item;
  }

  private E getForChange(TenantScope scope, UUID id, int expectedVersion) {
    E item = get(scope, id);
    VersionConflictException.refuseUnlessEqual(expectedVersion, item.version());
    refuseIfArchived(item);
    return item;
  }

  private E found(@Nullable E item) {
    if (item == null) {
      throw refusals.notFound().get();
    }
    return item;
  }

  private void refuseIfArchived(E item) {
    if (item.status() == CatalogStatus.ARCHIVED) {
      throw refusals.archived().get();
    }
  }

  private void flush(TenantScope scope) {
    refusals.constraints().flush(sessions.of(scope));
  }
}
