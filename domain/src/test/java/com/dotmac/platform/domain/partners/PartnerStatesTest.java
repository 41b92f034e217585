package com.dotmac.platform.domain.partners;

import static com.dotmac.platform.domain.partners.PartnerStatus.ACTIVE;
import static com.dotmac.platform.domain.partners.PartnerStatus.ARCHIVED;
import static com.dotmac.platform.domain.partners.PartnerStatus.PENDING;
import static com.dotmac.platform.domain.partners.PartnerStatus.SUSPENDED;
import static com.dotmac.platform.domain.partners.PartnerStatus.TERMINATED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PartnerStatesTest {

  @Test
  void the_life_of_a_partner_has_exactly_these_steps() {
    assertThat(PartnerStates.after(PENDING)).containsExactlyInAnyOrder(ACTIVE);
    assertThat(PartnerStates.after(ACTIVE)).containsExactlyInAnyOrder(SUSPENDED, TERMINATED);
    assertThat(PartnerStates.after(SUSPENDED)).containsExactlyInAnyOrder(ACTIVE, TERMINATED);
    assertThat(PartnerStates.after(TERMINATED)).containsExactlyInAnyOrder(ARCHIVED);
    assertThat(PartnerStates.after(ARCHIVED)).isEmpty();
  }

  @Test
  void every_state_can_be_reached_from_the_first() {
    Set<PartnerStatus> reached = EnumSet.of(PENDING);
    Deque<PartnerStatus> open = new ArrayDeque<>(reached);
    while (!open.isEmpty()) {
      PartnerStates.after(open.pop()).stream().filter(reached::add).forEach(open::push);
    }
    assertThat(reached).containsExactlyInAnyOrder(PartnerStatus.values());
  }

  @ParameterizedTest
  @EnumSource
  void a_step_that_is_not_in_the_graph_is_refused_and_the_refusal_names_both_ends(
      PartnerStatus from) {
    Arrays.stream(PartnerStatus.values())
        .filter(to -> !PartnerStates.after(from).contains(to))
        .forEach(
            to ->
                assertThatThrownBy(() -> PartnerStates.check(from, to))
                    .isInstanceOf(PartnerException.StepNotAllowed.class)
                    .hasMessageContaining(from.code())
                    .hasMessageContaining(to.code()));
  }

  @Test
  void a_refusal_says_which_steps_there_are() {
    assertThatThrownBy(() -> PartnerStates.check(ACTIVE, PENDING))
        .hasMessage(
            "A partner that is active cannot become pending; next may come suspended or terminated.");
    assertThatThrownBy(() -> PartnerStates.check(ARCHIVED, ACTIVE))
        .hasMessage("A partner that is archived cannot become active; this state is the last.");
  }
}
