package com.dotmac.platform.it.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.it.fixtures.ATenant;
import com.dotmac.platform.it.harness.ApiClient;
import com.dotmac.platform.it.harness.NeedsPlatform;
import com.dotmac.platform.it.harness.RunningPlatform;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every change of something that is there says which state of it the caller has read. */
@NeedsPlatform
class IfMatchIT {
  /** Steps that hold whatever became of the resource meanwhile, each with the reason. */
  private static final Map<String, String> WITHOUT =
      Map.of(
          "POST /api/v1/api-keys/{id}/revoke", "a key that leaked is shut by who has only its id");

  private final ApiClient api;

  IfMatchIT(RunningPlatform platform) {
    api = ATenant.of(platform).api();
  }

  @TestFactory
  Stream<DynamicTest> a_change_without_the_tag_that_was_read_is_refused() {
    return Endpoint.all().stream()
        .filter(IfMatchIT::changesSomething)
        .filter(endpoint -> !WITHOUT.containsKey(endpoint.toString()))
        .map(endpoint -> DynamicTest.dynamicTest(endpoint.toString(), () -> refuses(endpoint)));
  }

  /** A step is posted below the resource that takes it, which goes by the name of {@code id}. */
  private static boolean changesSomething(Endpoint endpoint) {
    return switch (endpoint.verb()) {
      case "PATCH", "PUT", "DELETE" -> true;
      case "POST" -> endpoint.template().contains("{id}");
      default -> false;
    };
  }

  private void refuses(Endpoint endpoint) {
    @Nullable Object body = endpoint.verb().matches("PATCH|PUT") ? Map.of() : null;
    String path = endpoint.addressOfNothing();
    assertThat(api.send(endpoint.verb(), path, body).status()).isEqualTo(428);
    for (String foreign : new String[] {"\"x\"", "W/\"0\"", "*", "0"}) {
      assertThat(api.ifMatch(foreign).send(endpoint.verb(), path, body).status())
          .as(foreign)
          .isEqualTo(412);
    }
  }
}
