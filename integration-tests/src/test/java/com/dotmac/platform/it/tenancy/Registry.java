package com.dotmac.platform.it.tenancy;

import com.dotmac.platform.domain.identity.Permission;
import com.dotmac.platform.it.fixtures.ATenant;
import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.ApiClient;
import com.dotmac.platform.it.harness.RunningPlatform;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** The tenants of a platform, as who looks after them has them. */
record Registry(ApiClient api) {
  static final String PATH = "/api/v1/tenants";

  private static final AtomicInteger SLUGS = new AtomicInteger();

  /** Through a key of the platform's own tenant. */
  static Registry of(RunningPlatform platform) {
    return new Registry(
        ATenant.ofThePlatform(platform)
            .api(EnumSet.of(Permission.TENANTS_READ, Permission.TENANTS_WRITE)));
  }

  /** A slug that nobody has. */
  static String slug() {
    return "registered-" + SLUGS.incrementAndGet();
  }

  /** What registers a tenant. */
  static Map<String, Object> body(String slug) {
    return new HashMap<>(
        Map.of(
            "slug", slug, "name", "Acme", "timeZone", "Europe/Berlin", "defaultCurrency", "EUR"));
  }

  /** A new tenant. */
  ApiAnswer register() {
    return api.post(PATH, body(slug()));
  }

  /** Does something to what was read. */
  ApiAnswer step(ApiAnswer read, String step, Map<String, ?> body) {
    return api.ifMatch(read.etag()).post(PATH + "/" + read.id() + "/" + step, body);
  }

  ApiAnswer suspend(ApiAnswer read) {
    return step(read, "suspend", Map.of("reason", "unpaid"));
  }

  ApiAnswer resume(ApiAnswer read) {
    return api.ifMatch(read.etag()).post(PATH + "/" + read.id() + "/resume");
  }

  ApiAnswer change(ApiAnswer read, Map<String, ?> body) {
    return api.ifMatch(read.etag()).patch(PATH + "/" + read.id(), body);
  }

  ApiAnswer read(ApiAnswer tenant) {
    return api.get(PATH + "/" + tenant.id());
  }
}
