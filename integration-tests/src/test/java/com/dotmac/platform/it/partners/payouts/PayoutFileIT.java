package com.dotmac.platform.it.partners.payouts;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.app.persistence.UnitsOfWork;
import com.dotmac.platform.domain.identity.Permission;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import com.dotmac.platform.it.fixtures.APartner;
import com.dotmac.platform.it.fixtures.ATenant;
import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.ApiClient;
import com.dotmac.platform.it.harness.NeedsPlatform;
import com.dotmac.platform.it.harness.RunningPlatform;
import com.dotmac.platform.it.harness.TestDatabase;
import com.dotmac.platform.it.partners.CommissionLines;
import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Currency;
import java.util.Map;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.SAXException;

/** What people take to their bank, and that nobody else sees the accounts. */
@NeedsPlatform
class PayoutFileIT {
  private static final String BATCHES = "/api/v1/payout-batches";
  private static final String IBAN = "DE89370400440532013000";

  private final RunningPlatform platform;
  private final TestDatabase database;
  private final ATenant tenant;
  private final ApiClient api;

  PayoutFileIT(RunningPlatform platform, TestDatabase database) {
    this.platform = platform;
    this.database = database;
    tenant = ATenant.of(platform);
    api = tenant.api();
  }

  @Test
  void a_table_has_a_row_for_each_payout_and_no_formula() {
    ApiAnswer batch = submitted("=HYPERLINK(\"x\")", 123_456);
    ApiAnswer file = api.get(BATCHES + "/" + batch.id() + "/file");
    ApiAnswer payout = payoutOf(batch);
    String key = payout.text("id").replace("-", "") + ".1";

    assertThat(file.status()).isEqualTo(200);
    assertThat(file.header("Content-Type")).startsWith("text/csv");
    assertThat(file.header("Content-Disposition"))
        .isEqualTo("attachment; filename=\"" + batch.text("number") + ".csv\"");
    assertThat(file.body())
        .isEqualTo(
            "\"reference\",\"payout_id\",\"holder\",\"iban\",\"account_number\",\"bic\",\"amount\",\"currency\"\r\n"
                + "\"%s\",\"%s\",\"'=HYPERLINK(\"\"x\"\")\",\"%s\",,,\"1234.56\",\"EUR\"\r\n"
                    .formatted(key, payout.text("id"), IBAN));
  }

  @Test
  void an_order_to_the_bank_keeps_to_its_schema() throws IOException, SAXException {
    api.post("/api/v1/payer-accounts", payer());
    ApiAnswer batch = submitted("Ada & <Söhne>", 123_456);
    ApiAnswer file = api.get(BATCHES + "/" + batch.id() + "/file?format=pain.001");

    assertThat(file.status()).as(file.body()).isEqualTo(200);
    assertThat(file.header("Content-Type")).startsWith("application/xml");
    SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
        .newSchema(PayoutFileIT.class.getResource("pain.001.001.09-used.xsd"))
        .newValidator()
        .validate(new StreamSource(new StringReader(file.body())));
    assertThat(file.body())
        .contains("<InstdAmt Ccy=\"EUR\">1234.56</InstdAmt>")
        .contains("<CtrlSum>1234.56</CtrlSum>")
        .contains("<Nm>Ada &amp; &lt;Söhne&gt;</Nm>")
        .contains("<EndToEndId>" + payoutOf(batch).text("id").replace("-", "") + ".1<")
        .contains("<IBAN>" + IBAN + "</IBAN>");
  }

  @Test
  void without_an_account_to_pay_from_there_is_no_order() {
    ApiAnswer batch = submitted("Ada", 1_000);
    assertThat(api.get(BATCHES + "/" + batch.id() + "/file?format=pain.001").code())
        .isEqualTo("bank-account-not-found");
  }

  @Test
  void what_was_not_handed_over_or_has_ended_is_in_no_file() {
    ApiAnswer draft = batch("Ada", 1_000);
    assertThat(api.get(BATCHES + "/" + draft.id() + "/file").code())
        .isEqualTo("payout-batch-not-handed-over");
    ApiAnswer batch = handOver(draft);
    ApiAnswer payout = payoutOf(batch);
    ApiAnswer done =
        api.once()
            .ifMatch(payout.etag())
            .post("/api/v1/payouts/" + payout.id() + "/complete", Map.of("reference", "b-1"));
    assertThat(done.status()).as(done.body()).isEqualTo(200);
    assertThat(api.get(BATCHES + "/" + batch.id() + "/file").body().lines()).hasSize(1);
  }

  @Test
  void the_number_of_an_account_is_neither_shown_nor_kept_in_clear() throws SQLException {
    ApiAnswer partner = APartner.any().createdBy(api, "active");
    String path = APartner.path(partner) + "/payee-accounts";
    ApiAnswer added =
        api.post(path, Map.of("holder", "Ada", "iban", "de89 3704 0044 0532 0130 00"));
    assertThat(added.status()).as(added.body()).isEqualTo(201);
    assertThat(added.text("hint")).isEqualTo("…3000");
    ApiAnswer newer =
        api.post(path, Map.of("holder", "Ada", "accountNumber", "00012345678", "bic", "CHASUS33"));
    assertThat(newer.text("method")).isEqualTo("account_number");
    assertThat(api.get(path).column("id")).containsExactly(newer.text("id"), added.text("id"));
    assertThat(api.get(path + "/" + added.id()).body()).isEqualTo(added.body());
    String audit = api.get("/api/v1/audit-activities?resourceId=" + added.id()).body();
    assertThat(audit).contains("payee_account.added");
    for (String answer : new String[] {added.body(), newer.body(), api.get(path).body(), audit}) {
      assertThat(answer).doesNotContain("0532013").doesNotContain("00012345");
    }
    try (Connection administrator = database.connectAsAdministrator();
        Statement statement = administrator.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT count(*) FROM partner_payee_accounts account WHERE account::text LIKE '%0532013%'"
                    + " OR account::text LIKE '%00012345%'")) {
      row.next();
      assertThat(row.getLong(1)).isZero();
    }
  }

  @Test
  void a_wrong_number_is_refused_and_not_repeated() {
    ApiAnswer partner = APartner.any().createdBy(api, "active");
    ApiAnswer refused =
        api.post(
            APartner.path(partner) + "/payee-accounts",
            Map.of("holder", "Ada", "iban", "DE89370400440532013001"));
    assertThat(refused.code()).isEqualTo("validation-failed");
    assertThat(refused.body()).doesNotContain("0532013");
  }

  @Test
  void the_accounts_in_full_are_for_who_pays() {
    ApiAnswer batch = submitted("Ada", 1_000);
    ApiClient reader = tenant.api(Set.of(Permission.PAYOUTS_READ));
    assertThat(reader.get(BATCHES + "/" + batch.id()).status()).isEqualTo(200);
    assertThat(reader.get(BATCHES + "/" + batch.id() + "/file").code())
        .isEqualTo("permission-denied");
  }

  private ApiAnswer submitted(String holder, long amount) {
    return handOver(batch(holder, amount));
  }

  private ApiAnswer batch(String holder, long amount) {
    ApiAnswer partner = APartner.any().createdBy(api, "active");
    api.post(APartner.path(partner) + "/payee-accounts", Map.of("holder", holder, "iban", IBAN));
    new UnitsOfWork(platform.sessionFactory())
        .in(
            tenant.scope(),
            () ->
                new CommissionLines(new TenantSessions(platform.sessionFactory()))
                    .approved(tenant.context(), partner.id(), Currency.getInstance("EUR"), amount));
    ApiAnswer batch = api.once().post(BATCHES, Map.of("currency", "EUR", "provider", "iso20022"));
    assertThat(batch.status()).as(batch.body()).isEqualTo(201);
    return batch;
  }

  private ApiAnswer handOver(ApiAnswer batch) {
    String path = BATCHES + "/" + batch.id();
    ApiAnswer approved = api.ifMatch(batch.etag()).post(path + "/approve");
    return api.once().ifMatch(approved.etag()).post(path + "/submit");
  }

  private ApiAnswer payoutOf(ApiAnswer batch) {
    String id = api.get("/api/v1/payouts?batchId=" + batch.id()).json().at("/data/0/id").asText();
    return api.get("/api/v1/payouts/" + id);
  }

  private static Map<String, String> payer() {
    return Map.of(
        "currency", "EUR", "holder", "The Tenant", "iban", "NL91ABNA0417164300", "bic", "ABNANL2A");
  }
}
