package com.dotmac.platform.it.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.it.openapi.BreakingChanges.Break;
import com.dotmac.platform.it.release.Release;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A change that breaks callers of the last release fails until the changelog names it. */
class ReleasedApiTest {
  private static final Path REPOSITORY = Path.of("..");

  private final Description present = Description.committed();

  @Test
  void what_breaks_callers_of_the_last_release_is_named_in_the_changelog() throws IOException {
    Optional<Release> last = Release.last(REPOSITORY);
    if (last.isEmpty() || !Files.exists(last.get().descriptionOfApi(REPOSITORY))) {
      return; // there is nobody yet who could be broken
    }
    Description released =
        new Description(
            new ObjectMapper().readTree(last.get().descriptionOfApi(REPOSITORY).toFile()));
    assertThat(
            unnamed(
                BreakingChanges.between(released, present),
                Files.readString(REPOSITORY.resolve("CHANGELOG.md"))))
        .as(
            "These break callers of %s. Keep what they use; or say so in CHANGELOG.md under"
                + " Unreleased: * Breaking: `the subject` …",
            last.get().version())
        .isEmpty();
  }

  @Test
  void nothing_breaks_where_nothing_changed_or_something_optional_came() {
    assertThat(BreakingChanges.between(present, present)).isEmpty();
    assertThat(
            after(
                document -> {
                  schema(document, "Partner").putObject("colour").put("type", "string");
                  schema(document, "PartnerCreate").putObject("colour").put("type", "string");
                }))
        .isEmpty();
  }

  @Test
  void each_kind_of_break_is_found() {
    found(
        document -> at(document, "/paths").remove("/api/v1/customers"),
        "`GET /api/v1/customers`: is gone");
    found(
        document ->
            operation(document, "/api/v1/customers", "get").withArray("parameters").remove(0),
        "`GET /api/v1/customers`: no longer has the parameter status");
    found(
        document ->
            ((ObjectNode) operation(document, "/api/v1/customers", "get").at("/parameters/0"))
                .put("required", true),
        "`GET /api/v1/customers`: requires the parameter status");
    found(document -> schema(document, "Partner").remove("tier"), "`Partner.tier`: is gone");
    found(
        document ->
            ((ObjectNode) schema(document, "Partner").path("number")).put("type", "integer"),
        "`Partner.number`: has another type");
    found(
        document -> ((ArrayNode) document.at("/components/schemas/PartnerTier/enum")).remove(0),
        "`PartnerTier`: no longer has the value bronze");
    found(
        document ->
            ((ArrayNode) document.at("/components/schemas/PartnerCreate/required")).add("country"),
        "`PartnerCreate.country`: is required");
    found(
        document -> ((ArrayNode) document.at("/components/schemas/Partner/required")).remove(0),
        "`Partner.id`: may be missing");
    found(
        document ->
            ((ObjectNode) schema(document, "PartnerCreate").path("companyName"))
                .put("maxLength", 9),
        "`PartnerCreate.companyName`: has a narrower maxLength");
    found(
        document ->
            at(operation(document, "/api/v1/customers", "post"), "/responses").remove("201"),
        "`POST /api/v1/customers`: no longer answers with 201");
    found(
        document ->
            at(operation(document, "/api/v1/customers", "post"), "/responses/201/headers")
                .remove("ETag"),
        "`POST /api/v1/customers`: answer 201 no longer has the header ETag");
    found(
        document ->
            ((ArrayNode) operation(document, "/api/v1/customers", "get").at("/security/0/apiKey"))
                .set(0, "customers:write"),
        "`GET /api/v1/customers`: requires another permission");
  }

  @Test
  void the_changelog_names_a_break_by_its_subject_in_a_line_that_says_so() {
    Set<Break> breaks = Set.of(new Break("Partner.tier", "is gone"));
    String wrapped =
        "# Changelog\n\n## Unreleased\n\n* Breaking: the field\n  `Partner.tier` is gone.\n";
    assertThat(unnamed(breaks, wrapped)).isEmpty();
    assertThat(unnamed(breaks, wrapped.replace("Breaking: ", ""))).hasSize(1);
    assertThat(unnamed(breaks, wrapped.replace("Unreleased", "0.1.0"))).hasSize(1);
  }

  private static List<Break> unnamed(Collection<Break> breaks, String changelog) {
    List<String> lines =
        Stream.of(
                changelog
                    .replaceFirst("(?s)^.*?(## Unreleased\\n|$)", "")
                    .split("\n## ", 2)[0]
                    .split("\n\\* ", -1))
            .filter(line -> line.startsWith("Breaking"))
            .toList();
    return breaks.stream()
        .filter(one -> lines.stream().noneMatch(line -> line.contains("`" + one.subject() + "`")))
        .toList();
  }

  private void found(Consumer<ObjectNode> change, String sentence) {
    assertThat(after(change)).as(sentence).contains(sentence);
  }

  private List<String> after(Consumer<ObjectNode> change) {
    ObjectNode changed = present.document().deepCopy();
    change.accept(changed);
    return BreakingChanges.between(present, new Description(changed)).stream()
        .map(Break::toString)
        .toList();
  }

  private static ObjectNode schema(ObjectNode document, String name) {
    return at(document, "/components/schemas/" + name + "/properties");
  }

  private static ObjectNode operation(ObjectNode document, String path, String verb) {
    return at(document, "/paths/" + path.replace("/", "~1") + "/" + verb);
  }

  private static ObjectNode at(ObjectNode node, String pointer) {
    return (ObjectNode) node.at(pointer);
  }
}
