package com.dotmac.platform.domain.partners.commissions;

import com.dotmac.platform.domain.billing.credits.CreditedInvoices;
import com.dotmac.platform.domain.billing.events.BillingEvent;
import com.dotmac.platform.domain.billing.events.EventType;
import com.dotmac.platform.domain.tenancy.TenantScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads of facts of billing what they change about the worth of invoices. */
final class Intakes {

  private static final Set<EventType> OF_CREDITS =
      Set.of(EventType.CREDIT_NOTE_APPLIED, EventType.CREDIT_NOTE_UNAPPLIED);

  private final CreditedInvoices credited;

  Intakes(CreditedInvoices credited) {
    this.credited = credited;
  }

  /** What facts change, in their order. */
  List<Intake> of(TenantScope scope, List<BillingEvent> events) {
    Set<UUID> notes =
        events.stream()
            .filter(event -> OF_CREDITS.contains(event.type()))
            .map(BillingEvent::aggregateId)
            .collect(Collectors.toSet());
    Map<UUID, UUID> invoiceOfNote = notes.isEmpty() ? Map.of() : credited.of(scope, notes);
    List<Intake> intakes = new ArrayList<>();
    for (BillingEvent event : events) {
      read(event, invoiceOfNote, intakes);
    }
    return intakes;
  }

  private static void read(
      BillingEvent event, Map<UUID, UUID> invoiceOfNote, List<Intake> intakes) {
    switch (event.type()) {
      case PAYMENT_ALLOCATED ->
          intakes.add(receipt(event, 0, event.data(), IntakeKind.PAID, CommissionCause.PAYMENT, 1));
      case PAYMENT_REFUNDED, PAYMENT_REFUND_REFUSED ->
          parts(event, IntakeKind.TAKEN_BACK, CommissionCause.REFUND, intakes);
      case PAYMENT_DISPUTED ->
          parts(event, IntakeKind.TAKEN_BACK, CommissionCause.CHARGEBACK, intakes);
      case PAYMENT_DISPUTE_WON ->
          parts(event, IntakeKind.GIVEN_BACK, CommissionCause.CHARGEBACK_WON, intakes);
      case CREDIT_NOTE_ISSUED ->
          intakes.add(note(event, IntakeKind.NOTED, CommissionCause.CREDIT_NOTE, 1));
      case CREDIT_NOTE_VOIDED ->
          intakes.add(note(event, IntakeKind.UNNOTED, CommissionCause.CREDIT_NOTE_VOIDED, -1));
      case CREDIT_NOTE_APPLIED, CREDIT_NOTE_UNAPPLIED ->
          credit(event, invoiceOfNote.get(event.aggregateId()), intakes);
      case INVOICE_VOIDED ->
          intakes.add(
              new Intake(
                  event.id(),
                  0,
                  event.aggregateId(),
                  null,
                  null,
                  IntakeKind.VOIDED,
                  CommissionCause.INVOICE_VOIDED,
                  0,
                  event.occurredAt()));
      default -> {
        // Nothing else changes what is paid of an invoice or what it asks for.
      }
    }
  }

  private static void parts(
      BillingEvent event, IntakeKind kind, CommissionCause cause, List<Intake> intakes) {
    int sign = kind == IntakeKind.TAKEN_BACK ? -1 : 1;
    int part = 0;
    for (Object given : (List<?>) Objects.requireNonNull(event.data().get("allocations"))) {
      intakes.add(receipt(event, part, map(given), kind, cause, sign));
      part++;
    }
  }

  private static Intake receipt(
      BillingEvent event,
      int part,
      Map<?, ?> data,
      IntakeKind kind,
      CommissionCause cause,
      int sign) {
    return new Intake(
        event.id(),
        part,
        id(data, "invoiceId"),
        id(data, "allocationId"),
        null,
        kind,
        cause,
        sign * minor(data, "amount"),
        event.occurredAt());
  }

  private static Intake note(BillingEvent event, IntakeKind kind, CommissionCause cause, int sign) {
    return new Intake(
        event.id(),
        0,
        id(event.data(), "invoiceId"),
        null,
        null,
        kind,
        cause,
        sign * minor(event.data(), "total"),
        event.occurredAt());
  }

  /** A note that is applied to its own invoice pays nothing: it makes the invoice smaller. */
  private static void credit(BillingEvent event, @Nullable UUID ownInvoice, List<Intake> intakes) {
    UUID invoice = id(event.data(), "invoiceId");
    if (!invoice.equals(ownInvoice)) {
      boolean applied = event.type() == EventType.CREDIT_NOTE_APPLIED;
      intakes.add(
          new Intake(
              event.id(),
              0,
              invoice,
              null,
              id(event.data(), "applicationId"),
              applied ? IntakeKind.CREDITED : IntakeKind.UNCREDITED,
              applied ? CommissionCause.CREDIT : CommissionCause.CREDIT_UNDONE,
              (applied ? 1 : -1) * minor(event.data(), "amount"),
              event.occurredAt()));
    }
  }

  private static UUID id(Map<?, ?> data, String field) {
    return UUID.fromString(String.valueOf(data.get(field)));
  }

  private static long minor(Map<?, ?> data, String field) {
    return Long.parseLong(String.valueOf(map(data.get(field)).get("amount")));
  }

  private static Map<?, ?> map(@Nullable Object value) {
    return (Map<?, ?>) Objects.requireNonNull(value, "a fact of this type has it");
  }
}
