package com.dotmac.platform.it.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.it.deploy.AppCommand;
import com.dotmac.platform.it.fixtures.APerson;
import com.dotmac.platform.it.fixtures.AnAuthenticator;
import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.ApiClient;
import com.dotmac.platform.it.harness.JarProgram.Ended;
import com.dotmac.platform.it.harness.NeedsDatabase;
import com.dotmac.platform.it.harness.RunningPlatform;
import com.dotmac.platform.it.harness.TestDatabase;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How an operator makes the first person of a tenant who can sign in. */
@NeedsDatabase
class CreateAdminIT {
  private static final String PASSWORD = "grün ist die Hoffnung";

  private final TestDatabase database;
  @TempDir private Path folder = Path.of("");

  CreateAdminIT(TestDatabase database) {
    this.database = database;
  }

  @Test
  void the_first_administrator_is_made_once_and_again_only_when_told() throws Exception {
    tenant("acme");
    Ended made = admin("acme", PASSWORD + "\n");
    assertThat(made.exitCode()).as(made.err()).isZero();
    assertThat(made.out()).startsWith("User ada@example.com has the id ");
    assertThat(made.out() + made.err()).doesNotContain(PASSWORD);
    try (RunningPlatform platform = RunningPlatform.on(database)) {
      APerson ada = person(platform, "acme", PASSWORD);
      ApiAnswer before = ada.signIn();
      assertThat(ada.with(before).get("/api/v1/me").json().path("standardRoles"))
          .hasToString("[\"tenant_administrator\"]");
      assertThat(ada.with(before).get("/api/v1/users").status()).isEqualTo(200);

      Ended again = admin("acme", "quite another one\n");
      assertThat(again.exitCode()).isNotZero();
      assertThat(again.err()).contains("--reset");
      assertThat(ada.signIn().status()).isEqualTo(200);

      Ended reset = admin("acme", "quite another one\n", "--reset");
      assertThat(reset.exitCode()).as(reset.err()).isZero();
      assertThat(ada.signIn().status()).isEqualTo(401);
      assertThat(ada.refresh(before).status()).isEqualTo(401);
      assertThat(ada.signIn("quite another one").status()).isEqualTo(200);
    }
  }

  @Test
  void who_was_reset_needs_no_code_any_more() throws Exception {
    tenant("locked");
    assertThat(admin("locked", PASSWORD + "\n").exitCode()).isZero();
    try (RunningPlatform platform = RunningPlatform.on(database)) {
      APerson ada = person(platform, "locked", PASSWORD);
      AnAuthenticator.turnedOnBy(ada.api(), PASSWORD, platform.clock().instant());
      assertThat(ada.signIn().code()).isEqualTo("second-factor-required");
      assertThat(admin("locked", PASSWORD + "\n", "--reset").exitCode()).isZero();
      assertThat(ada.signIn().status()).isEqualTo(200);
    }
  }

  @Test
  void that_of_the_platforms_own_tenant_looks_after_all_tenants() throws Exception {
    tenant("ours", "--platform");
    assertThat(admin("ours", PASSWORD + "\n").exitCode()).isZero();
    try (RunningPlatform platform = RunningPlatform.on(database)) {
      ApiClient ada = person(platform, "ours", PASSWORD).api();
      assertThat(ada.get("/api/v1/tenants").status()).isEqualTo(200);
    }
  }

  @Test
  void without_a_good_password_or_a_tenant_nothing_is_made() throws Exception {
    tenant("bare");
    assertThat(admin("bare", "").err()).contains("one line of standard input");
    assertThat(admin("bare", "short\n").err()).contains("12 to 200");
    assertThat(admin("nowhere", PASSWORD + "\n").exitCode()).isNotZero();
    assertThat(admin("bare", PASSWORD + "\n").exitCode()).isZero();
  }

  private static APerson person(RunningPlatform platform, String slug, String password) {
    return new APerson(
        ApiClient.of(platform), slug, UUID.randomUUID(), "ada@example.com", password);
  }

  private void tenant(String slug, String... options) throws Exception {
    String[] arguments = {"create-tenant", "--slug", slug, "--name", "A", "--currency", "EUR"};
    assertThat(command().run(joined(arguments, options)).exitCode()).isZero();
  }

  private Ended admin(String slug, String input, String... options) throws Exception {
    String[] arguments = {
      "create-admin", "--tenant", slug, "--email", "Ada@example.com", "--name", "Ada"
    };
    return command().runOn(input, joined(arguments, options));
  }

  private AppCommand command() {
    return new AppCommand(database, folder);
  }

  private static String[] joined(String[] first, String[] then) {
    String[] all = new String[first.length + then.length];
    System.arraycopy(first, 0, all, 0, first.length);
    System.arraycopy(then, 0, all, first.length, then.length);
    return all;
  }
}
