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
  void code_that_needs_nothing_does_not_exist() {
    assertThatThrownBy(() -> new RequiredSchema(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
