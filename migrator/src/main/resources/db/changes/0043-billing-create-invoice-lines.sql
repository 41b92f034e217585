--liquibase formatted sql
-- Why: what an invoice is made of. Each line is rounded by itself, once for the price, once for the discount by rate and
--      once for the tax, half away from zero; the database holds every line to that.
-- Phase: expand
-- Rollback: lossy. Drops the lines of all invoices.
--changeset dotmac:0043-billing-create-invoice-lines labels:expand splitStatements:false stripComments:false
CREATE TABLE invoice_lines (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  invoice_id uuid NOT NULL,
  position integer NOT NULL,
  description varchar(500) NOT NULL,
  quantity numeric(18, 6) NOT NULL,
  product_id uuid,
  plan_id uuid,
  pricing_rule_id uuid,
  unit_amount bigint NOT NULL,
  discount_rate numeric(7, 6),
  tax_rate numeric(7, 6) NOT NULL,
  gross_amount bigint NOT NULL,
  discount_amount bigint NOT NULL,
  tax_amount bigint NOT NULL,
  total_amount bigint NOT NULL GENERATED ALWAYS AS (gross_amount - discount_amount + tax_amount) STORED,
  CONSTRAINT pk_invoice_lines PRIMARY KEY (tenant_id, id),
  CONSTRAINT fk_invoice_lines_tenant FOREIGN KEY (tenant_id) REFERENCES tenants (id),
  CONSTRAINT fk_invoice_lines_invoice FOREIGN KEY (tenant_id, invoice_id) REFERENCES invoices (tenant_id, id),
  CONSTRAINT fk_invoice_lines_product FOREIGN KEY (tenant_id, product_id) REFERENCES billing_products (tenant_id, id),
  CONSTRAINT fk_invoice_lines_plan FOREIGN KEY (tenant_id, plan_id) REFERENCES billing_plans (tenant_id, id),
  CONSTRAINT fk_invoice_lines_pricing_rule
    FOREIGN KEY (tenant_id, pricing_rule_id) REFERENCES billing_pricing_rules (tenant_id, id),
  CONSTRAINT uq_invoice_lines_position UNIQUE (tenant_id, invoice_id, position),
  CONSTRAINT ck_invoice_lines_plan CHECK (plan_id IS NULL OR product_id IS NOT NULL),
  CONSTRAINT ck_invoice_lines_position CHECK (position > 0),
  CONSTRAINT ck_invoice_lines_description CHECK (description <> ''),
  CONSTRAINT ck_invoice_lines_quantity CHECK (quantity > 0),
  CONSTRAINT ck_invoice_lines_discount_rate CHECK (discount_rate BETWEEN 0 AND 1),
  CONSTRAINT ck_invoice_lines_tax_rate CHECK (tax_rate BETWEEN 0 AND 1),
  CONSTRAINT ck_invoice_lines_gross_amount CHECK (gross_amount = round(quantity * unit_amount)),
  CONSTRAINT ck_invoice_lines_discount_amount CHECK (
    CASE WHEN discount_rate IS NULL
      THEN discount_amount = 0 OR (sign(discount_amount) = sign(gross_amount) AND abs(discount_amount) <= abs(gross_amount))
      ELSE discount_amount = round(gross_amount * discount_rate)
    END),
  CONSTRAINT ck_invoice_lines_tax_amount CHECK (tax_amount = round((gross_amount - discount_amount) * tax_rate))
);

CREATE INDEX ix_invoice_lines_product ON invoice_lines (tenant_id, product_id);
CREATE INDEX ix_invoice_lines_plan ON invoice_lines (tenant_id, plan_id);
CREATE INDEX ix_invoice_lines_pricing_rule ON invoice_lines (tenant_id, pricing_rule_id);

COMMENT ON TABLE invoice_lines IS 'The lines of invoices. Those of a draft may change, all others never.';
COMMENT ON COLUMN invoice_lines.product_id IS 'What is sold; NULL: something that is not in the catalogue.';
COMMENT ON COLUMN invoice_lines.plan_id IS 'By which plan of the product; NULL: by none.';
COMMENT ON COLUMN invoice_lines.pricing_rule_id IS 'The rule that gave the discount; NULL: none did.';
COMMENT ON COLUMN invoice_lines.unit_amount IS 'Price of one in minor units of the currency; negative on a line that gives back.';
COMMENT ON COLUMN invoice_lines.discount_rate IS 'Fraction of the gross amount; NULL: the discount is an amount.';
COMMENT ON COLUMN invoice_lines.tax_rate IS 'Fraction of what remains after the discount.';
COMMENT ON COLUMN invoice_lines.gross_amount IS 'Quantity times price, rounded half away from zero, as all amounts.';

ALTER TABLE invoice_lines ENABLE ROW LEVEL SECURITY;
ALTER TABLE invoice_lines FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON invoice_lines
  USING (tenant_id = current_tenant_id()) WITH CHECK (tenant_id = current_tenant_id());

GRANT SELECT, INSERT, DELETE ON invoice_lines TO dotmac_app;
GRANT SELECT ON invoice_lines TO dotmac_readonly;

--rollback DROP TABLE invoice_lines;
