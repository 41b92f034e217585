package com.dotmac.platform.domain.billing.catalog;

import com.dotmac.platform.domain.shared.ConstraintRefusals;
import com.dotmac.platform.domain.shared.KeysetQuery;
import com.dotmac.platform.domain.shared.Page;
import com.dotmac.platform.domain.shared.PageRequest;
import com.dotmac.platform.domain.shared.VersionConflictException;
import com.dotmac.platform.domain.tenancy.AuditTrail;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** The door to categories of products. Each verb writes one audit row; none opens a transaction. */
public final class CategoryService {

  private final CatalogShelf<ProductCategory> shelf;

  /**
   * A door for the sessions of one database.
   *
   * @param sessions where the current session comes from
   * @param audit where acts are recorded
   */
  public CategoryService(TenantSessions sessions, AuditTrail audit) {
    shelf =
        new CatalogShelf<>(
            sessions,
            audit,
            ProductCategory.class,
            "product_category",
            new CatalogShelf.Refusals(
                CategoryException.NotFound::new,
                CategoryException.Archived::new,
                new ConstraintRefusals(
                    Map.of(
                        "uq_billing_product_categories_code", CategoryException.CodeTaken::new))));
  }

  /**
   * Creates a category.
   *
   * @param code what systems call it, for ever; unique among the tenant's categories
   * @param name name for people
   * @throws CategoryException.CodeTaken if another category has the code, be it archived
   */
  public ProductCategory create(CallContext context, String code, String name) {
    return shelf.add(context, new ProductCategory(context, code, name));
  }

  /**
   * The category with an identifier.
   *
   * @throws CategoryException.NotFound if the tenant has none
   */
  public ProductCategory get(TenantScope scope, UUID id) {
    return shelf.get(scope, id);
  }

  /** A page of categories, newest first. */
  public Page<ProductCategory> list(TenantScope scope, CatalogFilter filter, PageRequest page) {
    return shelf.list(
        scope,
        new KeysetQuery<>(ProductCategory.class, ProductCategory::id)
            .where("status = :status", "status", filter.status())
            .where(
                "(lower(name) like :search escape '!' or code like :search escape '!')",
                "search",
                KeysetQuery.containing(filter.search())),
        page);
  }

  /** The category, for a product that is put into it: nobody can archive it meanwhile. */
  ProductCategory getOpen(TenantScope scope, UUID id) {
    return shelf.getOpen(scope, id);
  }

  /**
   * Changes the name of a category.
   *
   * @param expectedVersion version that the caller has read
   * @param edit gives the new name from the present one
   * @throws CategoryException if the tenant has none, or it is archived
   * @throws VersionConflictException if it was changed meanwhile
   */
  public ProductCategory change(
      CallContext context, UUID id, int expectedVersion, UnaryOperator<String> edit) {
    return shelf.change(
        context,
        id,
        expectedVersion,
        ProductCategory::name,
        edit,
        (category, name) -> {},
        ProductCategory::rename);
  }

  /**
   * Archives a category: nothing new comes into it. Its products stay as they are.
   *
   * @param expectedVersion version that the caller has read
   * @throws CategoryException.NotFound if the tenant has none
   * @throws CategoryException.Archived if it is archived already
   * @throws VersionConflictException if it was changed meanwhile
   */
  public ProductCategory archive(CallContext context, UUID id, int expectedVersion) {
    return shelf.archive(context, id, expectedVersion);
  }
}
