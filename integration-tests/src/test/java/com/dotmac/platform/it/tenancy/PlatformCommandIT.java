package com.dotmac.platform.it.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.it.deploy.AppCommand;
import com.dotmac.platform.it.harness.JarProgram.Ended;
import com.dotmac.platform.it.harness.NeedsDatabase;
import com.dotmac.platform.it.harness.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How an operator makes the platform's own tenant, and a key that looks after all tenants. */
@NeedsDatabase
class PlatformCommandIT {
  private final TestDatabase database;
  @TempDir private Path folder = Path.of("");

  PlatformCommandIT(TestDatabase database) {
    this.database = database;
  }

  @Test
  void the_platforms_own_tenant_is_made_once_and_gets_a_key_that_others_do_not() throws Exception {
    assertThat(create("ours", "--platform").exitCode()).isZero();
    Ended second = create("theirs", "--platform");
    assertThat(second.exitCode()).isNotZero();
    assertThat(second.err().strip())
        .isEqualTo("There is a platform's tenant already, and there is never a second one.");
    assertThat(create("acme").exitCode()).isZero();

    Ended key = key("ours");
    assertThat(key.exitCode()).as(key.err()).isZero();
    assertThat(key.out().strip()).matches("dmk_[\\w.-]+");
    Ended refused = key("acme");
    assertThat(refused.exitCode()).isNotZero();
    assertThat(refused.out()).isEmpty();
    assertThat(refused.err().strip())
        .endsWith("Only keys of the platform's own tenant may look after tenants.");
  }

  private Ended create(String slug, String... options) throws Exception {
    String[] arguments = new String[7 + options.length];
    String[] first = {"create-tenant", "--slug", slug, "--name", "A", "--currency", "EUR"};
    System.arraycopy(first, 0, arguments, 0, first.length);
    System.arraycopy(options, 0, arguments, first.length, options.length);
    return new AppCommand(database, folder).run(arguments);
  }

  private Ended key(String slug) throws Exception {
    return new AppCommand(database, folder)
        .run(
            "create-api-key",
            "--tenant",
            slug,
            "--name",
            "operator",
            "--permission",
            "tenants:read",
            "tenants:write");
  }
}
