package com.dotmac.platform.it.release;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.domain.schema.RequiredSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class ReleasedChangesTest {
  private static final Path REPOSITORY = Path.of("..");

  private final List<ChangeDigest> present;
  private final Release release;

  ReleasedChangesTest() throws IOException {
    present = ChangeDigest.of(REPOSITORY, RequiredSchema.ofThisBuild().changes());
    release = new Release("0.0.1", "4711abc", present);
  }

  @TestFactory
  Stream<DynamicTest> changes_are_as_they_were_released() throws IOException {
    List<Release> all = Release.all(REPOSITORY);
    return all.stream()
        .map(
            each ->
                DynamicTest.dynamicTest(
                    each.version(),
                    () -> assertThat(ReleasedChangesRule.differences(each, present)).isEmpty()));
  }

  @Test
  void a_list_that_has_grown_is_not_blamed() {
    Release earlier = new Release("0.0.1", "4711abc", present.subList(0, 3));
    assertThat(ReleasedChangesRule.differences(earlier, present)).isEmpty();
  }

  @Test
  void an_edit_is_named_with_the_command_that_undoes_it() {
    String file = present.get(3).file();
    List<ChangeDigest> edited = new ArrayList<>(present);
    edited.set(3, new ChangeDigest(file, "0".repeat(64)));
    assertThat(ReleasedChangesRule.differences(release, edited))
        .containsExactly(
            "%1$s was edited after 0.0.1 was released. Run: git checkout 4711abc -- migrator/src/main/resources/db/changes/%1$s, and put the edit into a new change at the end of the list."
                .formatted(file));
  }

  @Test
  void a_change_that_moved_is_named() {
    List<ChangeDigest> moved = new ArrayList<>(present);
    moved.add(0, moved.remove(1));
    assertThat(ReleasedChangesRule.differences(release, moved))
        .hasSize(2)
        .first()
        .asString()
        .contains("Change 1 was " + present.get(0).file(), "is " + present.get(1).file() + " now");
  }

  @Test
  void a_change_that_is_gone_is_named() {
    assertThat(ReleasedChangesRule.differences(release, present.subList(0, present.size() - 1)))
        .singleElement()
        .asString()
        .contains("and is nothing now", "git checkout 4711abc");
  }

  @Test
  void what_is_recorded_is_read_again(@TempDir Path folder) throws IOException {
    Files.createDirectory(folder.resolve("docs"));
    Files.writeString(folder.resolve("docs/openapi.json"), "{}");
    Release later = new Release("0.10.0", "4712abc", present);
    later.record(folder);
    release.record(folder);
    new Release("0.9.0", "4713abc", present).record(folder);
    assertThat(Release.all(folder)).hasSize(3).startsWith(release).endsWith(later);
    assertThat(Release.last(folder)).contains(later);
    assertThat(later.schema()).isEqualTo(RequiredSchema.ofThisBuild().version());
  }
}
