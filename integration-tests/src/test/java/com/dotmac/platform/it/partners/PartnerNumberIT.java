package com.dotmac.platform.it.partners;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.it.fixtures.APartner;
import com.dotmac.platform.it.fixtures.ATenant;
import com.dotmac.platform.it.harness.ApiClient;
import com.dotmac.platform.it.harness.AtOnce;
import com.dotmac.platform.it.harness.NeedsPlatform;
import com.dotmac.platform.it.harness.RunningPlatform;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@NeedsPlatform
class PartnerNumberIT {
  private final ApiClient api;
  private final ApiClient elsewhere;

  PartnerNumberIT(RunningPlatform platform) {
    api = ATenant.of(platform).api();
    elsewhere = ATenant.of(platform).api();
  }

  @Test
  void each_tenant_counts_for_itself() {
    assertThat(APartner.any().createdBy(api).text("number")).isEqualTo("PTR-000001");
    assertThat(APartner.any().createdBy(elsewhere).text("number")).isEqualTo("PTR-000001");
    assertThat(APartner.any().createdBy(api).text("number")).isEqualTo("PTR-000002");
  }

  @Test
  void fifty_at_once_get_fifty_numbers_without_gap_or_double() {
    List<String> numbers = AtOnce.times(50, place -> APartner.any().createdBy(api).text("number"));
    assertThat(numbers)
        .containsExactlyInAnyOrderElementsOf(
            IntStream.rangeClosed(1, 50).mapToObj("PTR-%06d"::formatted).toList());
  }

  @Test
  void a_refused_creation_burns_no_number() {
    APartner.named("Acme").createdBy(api);
    assertThat(APartner.named("Acme").postedBy(api).status()).isEqualTo(409);
    assertThat(APartner.any().with("primaryEmail", "nobody").postedBy(api).status()).isEqualTo(422);
    assertThat(APartner.any().createdBy(api).text("number")).isEqualTo("PTR-000002");
  }
}
