package com.dotmac.platform.migrator.adoption;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.migrator.catalog.CatalogObject;
import com.dotmac.platform.migrator.catalog.Kind;
import com.dotmac.platform.migrator.catalog.Renaming;
import com.dotmac.platform.migrator.footprint.Footprint;
import com.dotmac.platform.migrator.footprint.Footprints;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which absent changes wait for one that cannot be part of an adoption. */
class LeftForMigrateTest {
  private static final CatalogObject INDEX = object(Kind.INDEX, "users", "ix_users_name");
  private static final CatalogObject COLUMN = object(Kind.COLUMN, "users", "name");
  private static final CatalogObject OTHER = object(Kind.COLUMN, "tenants", "name");
  private static final List<CatalogObject> NONE = List.of();

  @Test
  void nothing_waits_where_nothing_is_left() {
    LeftForMigrate left = left(later(NONE, NONE, List.of(COLUMN)));
    assertThat(left.holdBack("later")).isFalse();
    assertThat(left.changes()).isEmpty();
  }

  @Test
  void an_index_holds_back_nothing_that_leaves_it_and_its_table_as_they_are() {
    assertThat(waitsForIndex(later(List.of(COLUMN, OTHER), NONE, NONE))).isFalse();
    assertThat(waitsForIndex(later(NONE, List.of(COLUMN), NONE))).isFalse();
    assertThat(waitsForIndex(later(NONE, NONE, List.of(OTHER)))).isFalse();
    assertThat(waitsForIndex(later(NONE, NONE, NONE))).isFalse();
  }

  @Test
  void whatever_touches_the_index_waits() {
    assertThat(waitsForIndex(later(NONE, NONE, List.of(INDEX)))).isTrue();
    assertThat(waitsForIndex(later(NONE, List.of(INDEX), NONE))).isTrue();
    assertThat(waitsForIndex(later(List.of(INDEX), NONE, NONE))).isTrue();
  }

  @Test
  void whatever_takes_from_its_table_or_gives_a_name_anew_waits() {
    assertThat(waitsForIndex(later(NONE, NONE, List.of(COLUMN)))).isTrue();
    assertThat(waitsForIndex(later(NONE, NONE, List.of(object(Kind.TABLE, null, "users")))))
        .isTrue();
    assertThat(
            waitsForIndex(
                new Footprint(
                    "later",
                    NONE,
                    NONE,
                    NONE,
                    List.of(),
                    List.of(new Renaming("TABLE users", "TABLE people")))))
        .isTrue();
  }

  @Test
  void behind_one_that_does_more_than_make_an_index_everything_waits() {
    for (Footprint first :
        List.of(
            footprint("first", List.of(INDEX, OTHER), NONE, NONE),
            footprint("first", List.of(INDEX), List.of(OTHER), NONE),
            footprint("first", List.of(INDEX), NONE, List.of(OTHER)),
            // It changes rows, and nobody knows which.
            footprint("first", NONE, NONE, NONE))) {
      LeftForMigrate left =
          new LeftForMigrate(
              new Footprints(NONE, List.of(first, later(List.of(COLUMN), NONE, NONE)), List.of()));
      left.add("first");
      assertThat(left.holdBack("later")).as("%s", first).isTrue();
      assertThat(left.changes()).containsExactly("first");
    }
  }

  private static boolean waitsForIndex(Footprint later) {
    LeftForMigrate left = left(later);
    left.add("first");
    return left.holdBack("later");
  }

  private static LeftForMigrate left(Footprint later) {
    Footprint first = footprint("first", List.of(INDEX), NONE, NONE);
    return new LeftForMigrate(new Footprints(NONE, List.of(first, later), List.of()));
  }

  private static Footprint later(
      List<CatalogObject> added, List<CatalogObject> changed, List<CatalogObject> removed) {
    return footprint("later", added, changed, removed);
  }

  private static Footprint footprint(
      String change,
      List<CatalogObject> added,
      List<CatalogObject> changed,
      List<CatalogObject> removed) {
    return new Footprint(change, added, changed, removed, List.of(), List.of());
  }

  private static CatalogObject object(Kind kind, @Nullable String parent, String name) {
    return new CatalogObject(kind, parent, name, 0, kind + " " + name);
  }
}
