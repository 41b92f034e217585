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
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** The door to products. Each verb writes one audit row; none opens a transaction. */
public final class ProductService {

  private final CatalogShelf<Product> shelf;
  private final CategoryService categories;

  /**
   * A door for the sessions of one database.
   *
   * @param sessions where the current session comes from
   * @param categories the door to categories
   * @param audit where acts are recorded
   */
  public ProductService(TenantSessions sessions, CategoryService categories, AuditTrail audit) {
    shelf =
        new CatalogShelf<>(
            sessions,
            audit,
            Product.class,
            "product",
            new CatalogShelf.Refusals(
                ProductException.NotFound::new,
                ProductException.Archived::new,
                new ConstraintRefusals(
                    Map.of("uq_billing_products_code", ProductException.CodeTaken::new))));
    this.categories = categories;
  }

  /**
   * Creates a product.
   *
   * @param code what systems call it, for ever; unique among the tenant's products
   * @throws ProductException.CodeTaken if another product has the code, be it archived
   * @throws CategoryException if the category does not exist or is archived
   */
  public Product create(CallContext context, String code, ProductDetails details) {
    refuseClosedCategory(context.scope(), details);
    return shelf.add(context, new Product(context, code, details));
  }

  /**
   * The product with an identifier.
   *
   * @throws ProductException.NotFound if the tenant has none
   */
  public Product get(TenantScope scope, UUID id) {
    return shelf.get(scope, id);
  }

  /** A page of products, newest first. */
  public Page<Product> list(TenantScope scope, ProductFilter filter, PageRequest page) {
    return shelf.list(
        scope,
        new KeysetQuery<>(Product.class, Product::id)
            .where("status = :status", "status", filter.status())
            .where("categoryId = :category", "category", filter.categoryId())
            .where(
                "(lower(name) like :search escape '!' or code like :search escape '!')",
                "search",
                KeysetQuery.containing(filter.search())),
        page);
  }

  /**
   * The product, for something new: until the transaction ends nobody can archive it.
   *
   * @throws ProductException.NotFound if the tenant has none
   * @throws ProductException.Archived if it is archived
   */
  public Product getOpen(TenantScope scope, UUID id) {
    return shelf.getOpen(scope, id);
  }

  /**
   * Changes what is said of a product, for lines that are priced from then on.
   *
   * @param expectedVersion version that the caller has read
   * @param edit gives the new details from the present ones
   * @throws ProductException if the tenant has none, or it is archived
   * @throws CategoryException if it is put into a category that does not exist or is archived
   * @throws VersionConflictException if it was changed meanwhile
   */
  public Product change(
      CallContext context, UUID id, int expectedVersion, UnaryOperator<ProductDetails> edit) {
    return shelf.change(
        context,
        id,
        expectedVersion,
        Product::details,
        edit,
        (product, wanted) -> {
          if (!Objects.equals(wanted.categoryId(), product.details().categoryId())) {
            refuseClosedCategory(context.scope(), wanted);
          }
        },
        Product::change);
  }

  private void refuseClosedCategory(TenantScope scope, ProductDetails details) {
    if (details.categoryId() != null) {
      categories.getOpen(scope, details.categoryId());
    }
  }

  /**
   * Archives a product: it is for nothing new, nor are its plans. What was sold goes on.
   *
   * @param expectedVersion version that the caller has read
   * @throws ProductException.NotFound if the tenant has none
   * @throws ProductException.Archived if it is archived already
   * @throws VersionConflictException if it was changed meanwhile
   */
  public Product archive(CallContext context, UUID id, int expectedVersion) {
    return shelf.archive(context, id, expectedVersion);
  }
}
