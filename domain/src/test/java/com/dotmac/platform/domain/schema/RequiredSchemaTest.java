package com.dotmac.platform.domain.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class RequiredSchemaTest {

  @Test
  void the_version_that_the_code_needs_is_the_last_change_of_the_list() {
    assertThat(new RequiredSchema(List.of("0001-a", "0002-b")).version()).isEqualTo("0002-b");
  }

  @Test
  void a_build_carries_its_list() {
    assertThat(RequiredSchema.ofThisBuild().changes())
        .startsWith("0001-roles-create-app-and-readonly");
  }

  @Test
  void code_that_declares_no_oldest_schema_tolerates_only_its_own() {
    RequiredSchema required = new RequiredSchema(List.of("0001-a", "0002-b"));
    assertThat(required.oldest()).isEqualTo("0002-b");
    assertThat(required.toleratesWithout(List.of())).isTrue();
    assertThat(required.toleratesWithout(List.of("0002-b"))).isFalse();
  }

  @Test
  void code_tolerates_that_changes_after_the_oldest_schema_are_missing_and_none_before() {
    RequiredSchema required =
        new RequiredSchema(List.of("0001-a", "0002-b", "0003-c", "0004-d"), "0002-b");
    assertThat(required.toleratesWithout(List.of("0003-c", "0004-d"))).isTrue();
    assertThat(required.toleratesWithout(List.of("0004-d"))).isTrue();
    assertThat(required.toleratesWithout(List.of("0002-b", "0003-c", "0004-d"))).isFalse();
    assertThat(required.toleratesWithout(List.of("0001-a"))).isFalse();
  }

  @Test
  void an_oldest_schema_that_is_no_change_does_not_exist() {
    assertThatThrownBy(() -> new RequiredSchema(List.of("0001-a"), "0000-x"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0000-x");
  }

  @Test
  void code_that_needs_nothing_does_not_exist() {
    assertThatThrownBy(() -> new RequiredSchema(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
