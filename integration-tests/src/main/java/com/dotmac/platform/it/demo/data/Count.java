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
 * @param acts audit rows
 */
public record Count(
    int tenants, int partners, int contacts, int customers, int accounts, int invoices, int acts) {
  /** Before the first story. */
  public static final Count NOTHING = new Count(0, 0, 0, 0, 0, 0, 0);

  /** Both together. */
  public Count plus(Count other) {
    return new Count(
        tenants + other.tenants,
        partners + other.partners,
        contacts + other.contacts,
        customers + other.customers,
        accounts + other.accounts,
        invoices + other.invoices,
        acts + other.acts);
  }

  /** For people. */
  public String inWords() {
    return "%d tenants, %d partners, %d customers, %d invoices, %d audit rows"
        .formatted(tenants, partners, customers, invoices, acts);
  }
}
