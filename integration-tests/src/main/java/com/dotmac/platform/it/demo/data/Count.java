package com.dotmac.platform.it.demo.data;

/**
 * How much was written.
 *
 * @param tenants tenants
 * @param partners partners
 * @param contacts people of partners
 * @param customers customers
 * @param accounts engagements of partners with customers, running and ended
 * @param invoices invoices
 * @param payouts payouts of partners
 * @param acts audit rows
 */
public record Count(
    int tenants,
    int partners,
    int contacts,
    int customers,
    int accounts,
    int invoices,
    int payouts,
    int acts) {
  /** Before the first story. */
  public static final Count NOTHING = new Count(0, 0, 0, 0, 0, 0, 0, 0);

  /** Both together. */
  public Count plus(Count other) {
    return new Count(
        tenants + other.tenants,
        partners + other.partners,
        contacts + other.contacts,
        customers + other.customers,
        accounts + other.accounts,
        invoices + other.invoices,
        payouts + other.payouts,
        acts + other.acts);
  }

  /** For people. */
  public String inWords() {
    return "%d tenants, %d partners, %d invoices, %d payouts, %d acts"
        .formatted(tenants, partners, invoices, payouts, acts);
  }
}
