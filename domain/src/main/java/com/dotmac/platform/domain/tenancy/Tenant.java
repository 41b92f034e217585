package com.dotmac.platform.domain.tenancy;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * An organisation that uses the platform. All other data belongs to one. At most one is the
 * platform's own: its credentials may look after the others, and it is never suspended.
 */
@Entity
@Table(name = "tenants", uniqueConstraints = @UniqueConstraint(columnNames = {"slug"}))
public class Tenant {

  @Id
  @Column(nullable = false)
  private UUID id;

  @Column(nullable = false, length = 63, updatable = false)
  private String slug;

  @Column(nullable = false, length = 255)
  private String name;

  @Column(nullable = false, length = 20)
  @Convert(converter = TenantStatus.Column.class)
  private TenantStatus status;

  @Column(name = "time_zone", nullable = false, length = 64)
  private String timeZone;

  @Column(name = "default_currency", nullable = false, length = 3)
  @JdbcTypeCode(SqlTypes.CHAR)
  private String defaultCurrency;

  @Column(nullable = false, updatable = false)
  private boolean platform;

  @Column(name = "created_at", nullable = false, updatable = false)
  private Instant createdAt;

  @Column(name = "updated_at", nullable = false)
  private Instant updatedAt;

  @Version
  @Column(nullable = false)
  private int version;

  /** For Hibernate. */
  protected Tenant() {}

  Tenant(UUID id, TenantDetails details, boolean platform, Instant at) {
    this.id = id;
    slug = details.slug();
    status = TenantStatus.ACTIVE;
    this.platform = platform;
    createdAt = at;
    change(details.settings(), at);
  }

  /** Identifier, and the value of {@code tenant_id} in all rows of the tenant. */
  public UUID id() {
    return id;
  }

  /** Name in addresses and commands. */
  public String slug() {
    return slug;
  }

  /** Name for people. */
  public String name() {
    return name;
  }

  /** Whether the tenant may use the platform. */
  public TenantStatus status() {
    return status;
  }

  /** Zone that decides the tenant's days and months. */
  public ZoneId timeZone() {
    return ZoneId.of(timeZone);
  }

  /** Currency where a request names none. */
  public Currency defaultCurrency() {
    return Currency.getInstance(defaultCurrency);
  }

  /** What may be changed of the tenant. */
  public TenantSettings settings() {
    return new TenantSettings(name, timeZone(), defaultCurrency());
  }

  /** Whether it is the platform's own. */
  public boolean isPlatform() {
    return platform;
  }

  /** When the tenant was registered. */
  public Instant createdAt() {
    return createdAt;
  }

  /** When the tenant was last changed. */
  public Instant updatedAt() {
    return updatedAt;
  }

  /** Grows by one with each change. */
  public int version() {
    return version;
  }

  final void change(TenantSettings settings, Instant at) {
    name = settings.name();
    timeZone = settings.timeZone().getId();
    defaultCurrency = settings.defaultCurrency().getCurrencyCode();
    updatedAt = at;
  }

  void become(TenantStatus wanted, Instant at) {
    status = wanted;
    updatedAt = at;
  }

  /** What the audit trail keeps of a tenant. */
  Map<String, @Nullable Object> auditState() {
    Map<String, @Nullable Object> state = new LinkedHashMap<>();
    state.put("slug", slug);
    state.put("name", name);
    state.put("status", status.code());
    state.put("timeZone", timeZone);
    state.put("defaultCurrency", defaultCurrency);
    state.put("platform", platform);
    return state;
  }
}
