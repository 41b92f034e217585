package com.dotmac.platform.app.billing.catalog;

import com.dotmac.platform.app.http.Patch;
import com.dotmac.platform.domain.billing.catalog.CatalogStatus;
import com.dotmac.platform.domain.billing.catalog.ProductCategory;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.openapitools.jackson.nullable.JsonNullable;

/** A category of products on the wire. */
final class ProductCategoryJson {

  private ProductCategoryJson() {}

  /** What creates a category. */
  record Create(
      @NotNull @Pattern(regexp = CodeForm.REGEXP, message = CodeForm.MESSAGE) String code,
      @NotBlank @Size(max = 255) String name) {}

  /** What changes a category: a field left out stays. Its code stays as it is. */
  record Change(JsonNullable<@NotBlank @Size(max = 255) String> name) {

    String appliedTo(String present) {
      return Patch.required(name, present);
    }
  }

  /** A category as callers see it. */
  record View(
      UUID id,
      String code,
      CatalogStatus status,
      String name,
      Instant createdAt,
      Instant updatedAt) {

    static View of(ProductCategory category) {
      return new View(
          category.id(),
          category.code(),
          category.status(),
          category.name(),
          category.createdAt(),
          category.updatedAt());
    }
  }
}
