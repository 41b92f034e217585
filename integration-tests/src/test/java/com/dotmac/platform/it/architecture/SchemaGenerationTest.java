package com.dotmac.platform.it.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A step of the build by itself: it runs even when tests are skipped. */
class SchemaGenerationTest {
  @TempDir private Path directory = Path.of("");

  @Test
  void no_file_lets_hibernate_make_tables() throws IOException {
    assertThat(repository().resolve("pom.xml")).exists();
    assertThat(SchemaGenerationRule.violations(repository())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          config/app.yml        | hibernate.hbm2ddl.auto: update
          app.properties        | jakarta.persistence.schema-generation.scripts.action = create
          persistence.xml       | <property name="hibernate.hbm2ddl.auto" value="create-drop"/>
          application.json      | {"jakarta.persistence.schema-generation.database.action": "drop-and-create"}
          Settings.java         | settings.put(AvailableSettings.HBM2DDL_AUTO, "create");
          Tooling.java          | settings.put(AvailableSettings.JAKARTA_HBM2DDL_DATABASE_ACTION, "create");
          Wrapped.java          | settings.put(AvailableSettings.HBM2DDL_AUTO,
          run.sh                | java -Dhibernate.hbm2ddl.auto=update -jar app.jar server
          Makefile              | java -Dhibernate.hbm2ddl.auto=update -jar app.jar server
          Dockerfile            | ENV HIBERNATE_HBM2DDL_AUTO=update
          .mvn/jvm.config       | -Dhibernate.hbm2ddl.create_namespaces=true
          .github/workflows/a.yml | run: java -Dhibernate.hbm2ddl.auto=create -jar app.jar
          docs/setup.md         | Set `hibernate.hbm2ddl.auto` to `update` and start the app.
          app.env               | SPRING_JPA_HIBERNATE_DDL_AUTO=update
          comment.yml           | hibernate.hbm2ddl.auto: update # was none
          """)
  void each_way_to_let_hibernate_make_tables_is_named(String file, String line) throws IOException {
    write(file, line);
    assertThat(SchemaGenerationRule.violations(directory))
        .containsExactly(
            "%s lets Hibernate make tables ('%s'): set none or validate, and write a change file."
                .formatted(file, line));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "import org.hibernate.tool.schema.spi.SchemaCreator;",
        "new SchemaExport().create(targets, metadata);",
        "factory.getSchemaManager().exportMappedObjects(true);",
        "Persistence.generateSchema(\"unit\", settings);",
        "private final DAOTestExtension tables = DAOTestExtension.newBuilder().build();",
      })
  void each_use_of_schema_tooling_is_named(String line) throws IOException {
    write("app/src/test/java/Some.java", line);
    assertThat(SchemaGenerationRule.violations(directory))
        .singleElement()
        .asString()
        .startsWith("app/src/test/java/Some.java uses schema tooling ('");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hibernate.hbm2ddl.auto: none",
        "hibernate.hbm2ddl.auto=validate",
        "<property name=\"hibernate.hbm2ddl.auto\" value=\"none\"/>",
        "settings.put(AvailableSettings.HBM2DDL_AUTO, \"validate\");",
        "settings.put(JAKARTA_HBM2DDL_DATABASE_ACTION, Action.NONE);",
        "hibernate.hbm2ddl.create_namespaces: false",
      })
  void what_makes_nothing_is_not_blamed(String line) throws IOException {
    write("app.yml", line);
    assertThat(SchemaGenerationRule.violations(directory)).isEmpty();
  }

  @Test
  void what_maven_made_and_what_is_no_text_is_not_read() throws IOException {
    write("pom.xml", "<project/>");
    write("target/app.yml", "hibernate.hbm2ddl.auto: update");
    Files.write(directory.resolve("picture.png"), new byte[] {(byte) 0xff, (byte) 0xd8, 0});
    assertThat(SchemaGenerationRule.violations(directory)).isEmpty();
  }

  private void write(String file, String text) throws IOException {
    Path path = directory.resolve(file);
    Files.createDirectories(Objects.requireNonNull(path.getParent()));
    Files.writeString(path, text + "\n");
  }

  /** The build runs tests in the module, an editor perhaps in the repository. */
  private static Path repository() {
    Path here = Path.of("").toAbsolutePath();
    return Files.isDirectory(here.resolve("integration-tests"))
        ? here
        : Objects.requireNonNull(here.getParent());
  }
}
