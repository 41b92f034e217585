package com.dotmac.platform.it.demo.data;

import com.dotmac.platform.domain.partners.PartnerStatus;
import com.dotmac.platform.domain.partners.PartnerTier;
import com.dotmac.platform.domain.shared.Money;
import com.dotmac.platform.domain.tenancy.TenantDetails;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;

/**
 * One made-up tenant, read from the file of its slug. Addresses end in {@code .example}, which
 * belongs to nobody.
 *
 * @param tenant the tenant
 * @param customers how many customers there are
 * @param stems first words of customers' names
 * @param kinds last words of customers' names
 * @param countries where customers are, ISO 3166-1 alpha-2
 * @param firstNames of people
 * @param lastNames of people
 * @param partners in the order in which they joined
 * @param example the partner whose year is told in full, with no chance in it
 * @param exampleCustomers whom he looks after
 */
public record Story(
    TenantDetails tenant,
    int customers,
    List<String> stems,
    List<String> kinds,
    List<String> countries,
    List<String> firstNames,
    List<String> lastNames,
    List<Joining> partners,
    Joining example,
    List<String> exampleCustomers) {
  private static final List<String> SLUGS = List.of("nordlicht", "harbor-pine", "minato");

  /** All tenants of the demo, the first one being the one to show first. */
  public static List<Story> all() {
    return SLUGS.stream().map(Story::read).toList();
  }

  /** Name of the company of the partner whose year is told in full. */
  public String exampleName() {
    return example.company();
  }

  /** Name of the tenant in addresses and commands. */
  public String slug() {
    return tenant.slug();
  }

  /** So many of a currency with decimals, and a hundred times as many of one without. */
  Money price(int units) {
    Currency currency = tenant.defaultCurrency();
    long minor = units;
    for (int i = 0; i < Math.max(2, currency.getDefaultFractionDigits()); i++) {
      minor *= 10;
    }
    return new Money(minor, currency);
  }

  /**
   * A partner who joins.
   *
   * @param company name of the company
   * @param legalName name in the register
   * @param country ISO 3166-1 alpha-2
   * @param tier where he stands today
   * @param rate the rate agreed with him
   * @param today the state he is in today
   */
  record Joining(
      String company,
      String legalName,
      String country,
      PartnerTier tier,
      BigDecimal rate,
      PartnerStatus today) {

    static Joining parse(String line) {
      List<String> fields = split(line, "\\|");
      return new Joining(
          fields.get(0),
          fields.get(1),
          fields.get(2),
          PartnerTier.valueOf(fields.get(3).toUpperCase(Locale.ROOT)),
          new BigDecimal(fields.get(4)),
          PartnerStatus.valueOf(fields.get(5).toUpperCase(Locale.ROOT)));
    }
  }

  private static Story read(String slug) {
    Properties file = new Properties();
    try (InputStream stream =
        Objects.requireNonNull(Story.class.getResourceAsStream(slug + ".properties"), slug)) {
      file.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<Joining> partners = new ArrayList<>();
    for (int i = 1; file.containsKey("partner." + i); i++) {
      partners.add(Joining.parse(file.getProperty("partner." + i)));
    }
    return new Story(
        new TenantDetails(
            slug,
            file.getProperty("name"),
            ZoneId.of(file.getProperty("time-zone")),
            Currency.getInstance(file.getProperty("currency"))),
        Integer.parseInt(file.getProperty("customers")),
        split(file.getProperty("stems"), ","),
        split(file.getProperty("kinds"), ","),
        split(file.getProperty("countries"), ","),
        split(file.getProperty("first-names"), ","),
        split(file.getProperty("last-names"), ","),
        List.copyOf(partners),
        Joining.parse(file.getProperty("example")),
        split(file.getProperty("example-customers"), ","));
  }

  private static List<String> split(String text, String separator) {
    return List.of(text.strip().split("\\s*" + separator + "\\s*", -1));
  }
}
