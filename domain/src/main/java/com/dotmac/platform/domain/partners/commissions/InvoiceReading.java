package com.dotmac.platform.domain.partners.commissions;

import com.dotmac.platform.domain.billing.invoices.BilledInvoice;
import com.dotmac.platform.domain.billing.invoices.BilledInvoices;
import com.dotmac.platform.domain.partners.Coverage;
import com.dotmac.platform.domain.partners.PartnerCoverage;
import com.dotmac.platform.domain.partners.rules.RuleBook;
import com.dotmac.platform.domain.partners.rules.Terms;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads what is to be known of invoices before facts about them are reckoned. */
final class InvoiceReading {

  private final AccrualReader reader;
  private final BilledInvoices billed;
  private final PartnerCoverage coverage;
  private final RuleBook rules;

  InvoiceReading(TenantSessions sessions, AccrualReader reader, RuleBook rules) {
    this.reader = reader;
    billed = new BilledInvoices(sessions);
    coverage = new PartnerCoverage(sessions);
    this.rules = rules;
  }

  /** Reads them; those that are gone, or are drafts, are left out. */
  Invoices of(TenantScope scope, Collection<UUID> ids) {
    Map<UUID, InvoiceBook> books = new HashMap<>();
    for (BilledInvoice invoice : billed.of(scope, ids).values()) {
      books.put(invoice.id(), new InvoiceBook(invoice));
    }
    Map<UUID, Terms> terms = rules.terms(scope, reader.versions(scope, books.keySet()));
    return new Invoices(
        books,
        reader.terms(scope, books.keySet(), terms::get),
        coverage.of(scope, customersOf(books.values())));
  }

  private static Set<UUID> customersOf(Collection<InvoiceBook> books) {
    return books.stream().map(book -> book.billed().customerId()).collect(Collectors.toSet());
  }

  /**
   * What is known of invoices.
   *
   * @param books the invoices, about which nothing is decided yet
   * @param terms by what is earned on them
   * @param coverages who looks after the customers
   */
  record Invoices(
      Map<UUID, InvoiceBook> books, List<TermsRow> terms, Map<UUID, List<Coverage>> coverages) {

    /** Takes it that these terms were decided. */
    void decide(List<TermsRow> decided) {
      Map<UUID, List<TermsRow>> byInvoice =
          decided.stream().collect(Collectors.groupingBy(row -> row.key().invoiceId()));
      books.forEach((id, book) -> book.terms().addAll(byInvoice.getOrDefault(id, List.of())));
    }

    Set<UUID> customers() {
      return customersOf(books.values());
    }

    /** The accounts by which the customers are looked after. */
    Set<UUID> accounts() {
      return covering().map(Coverage::accountId).collect(Collectors.toSet());
    }

    /** All who look or looked after the customers, or earn on the invoices. */
    Set<UUID> partners() {
      return Stream.concat(
              terms.stream().map(TermsRow::partnerId), covering().map(Coverage::partnerId))
          .collect(Collectors.toSet());
    }

    private Stream<Coverage> covering() {
      return coverages.values().stream().flatMap(List::stream);
    }
  }
}
