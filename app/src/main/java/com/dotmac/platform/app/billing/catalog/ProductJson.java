package com.dotmac.platform.app.billing.catalog;

import com.dotmac.platform.app.http.Patch;
import com.dotmac.platform.app.http.Rate;
import com.dotmac.platform.app.http.RateJson;
import com.dotmac.platform.domain.billing.catalog.CatalogStatus;
import com.dotmac.platform.domain.billing.catalog.Product;
import com.dotmac.platform.domain.billing.catalog.ProductDetails;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openapitools.jackson.nullable.JsonNullable;

/** A product on the wire. */
final class ProductJson {

  private ProductJson() {}

  /** What creates a product; without a tax rate its lines are not taxed. */
  record Create(
      @NotNull @Pattern(regexp = CodeForm.REGEXP, message = CodeForm.MESSAGE) String code,
      @NotBlank @Size(max = 255) String name,
      @Nullable UUID categoryId,
      @Nullable @Rate BigDecimal taxRate) {

    ProductDetails details() {
      return new ProductDetails(
          name, categoryId, Objects.requireNonNullElse(taxRate, BigDecimal.ZERO));
    }
  }

  /**
   * What changes a product: a field left out stays, {@code null} removes it where it may be
   * missing. Its code stays as it is.
   */
  record Change(
      JsonNullable<@NotBlank @Size(max = 255) String> name,
      JsonNullable<UUID> categoryId,
      JsonNullable<@NotNull @Rate BigDecimal> taxRate) {

    ProductDetails appliedTo(ProductDetails present) {
      return new ProductDetails(
          Patch.required(name, present.name()),
          Patch.of(categoryId, present.categoryId()),
          Patch.required(taxRate, present.taxRate()));
    }
  }

  /** A product as callers see it. */
  record View(
      UUID id,
      String code,
      CatalogStatus status,
      String name,
      @Nullable UUID categoryId,
      String taxRate,
      Instant createdAt,
      Instant updatedAt) {

    static View of(Product product) {
      ProductDetails details = product.details();
      return new View(
          product.id(),
          product.code(),
          product.status(),
          details.name(),
          details.categoryId(),
          Objects.requireNonNull(RateJson.text(details.taxRate())),
          product.createdAt(),
          product.updatedAt());
    }
  }
}
