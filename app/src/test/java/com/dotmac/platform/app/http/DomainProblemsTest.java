package com.dotmac.platform.app.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dotmac.platform.domain.partners.PartnerException;
import com.dotmac.platform.domain.shared.VersionConflictException;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DomainProblemsTest {

  @Test
  void a_family_with_a_forgotten_case_is_refused_by_name() {
    assertThatThrownBy(
            () ->
                new DomainProblems()
                    .add(
                        PartnerException.class,
                        Map.of(PartnerException.NotFound.class, ProblemCode.PARTNER_NOT_FOUND)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("PartnerException$");
  }

  @Test
  void a_conflict_of_versions_is_a_failed_precondition() {
    assertThat(new DomainProblems().toResponse(new VersionConflictException()).getStatus())
        .isEqualTo(412);
  }

  @Test
  void the_names_of_problems_are_kebab_slugs_and_differ() {
    assertThat(Arrays.stream(ProblemCode.values()).map(ProblemCode::slug))
        .doesNotHaveDuplicates()
        .allMatch(slug -> slug.matches("[a-z]+(-[a-z]+)*"));
  }
}
