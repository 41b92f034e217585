--liquibase formatted sql
-- Why: how a customer pays, so that a payment can name it and a provider can be asked for money again. What a provider keeps,
--      such as a card, is known here by his token alone.
-- Phase: expand
-- Rollback: lossy. Drops all payment methods; nothing can be drawn by them any more.
--changeset dotmac:0050-billing-create-payment-methods labels:expand splitStatements:false stripComments:false
CREATE TABLE payment_methods (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  customer_id uuid NOT NULL,
  kind varchar(20) NOT NULL,
  label varchar(100) NOT NULL,
  provider varchar(50) NOT NULL,
  provider_reference varchar(255),
  status varchar(20) NOT NULL,
  is_default boolean NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  version integer NOT NULL,
  CONSTRAINT pk_payment_methods PRIMARY KEY (tenant_id, id),
  CONSTRAINT fk_payment_methods_tenant FOREIGN KEY (tenant_id) REFERENCES tenants (id),
  CONSTRAINT fk_payment_methods_customer FOREIGN KEY (tenant_id, customer_id) REFERENCES customers (tenant_id, id),
  CONSTRAINT ck_payment_methods_kind CHECK (kind IN ('bank_transfer', 'direct_debit', 'cash', 'check', 'card', 'other')),
  CONSTRAINT ck_payment_methods_status CHECK (status IN ('active', 'removed')),
  CONSTRAINT ck_payment_methods_default CHECK (NOT is_default OR status = 'active'),
  CONSTRAINT ck_payment_methods_provider CHECK (provider ~ '^[a-z][a-z0-9_]*$'),
  CONSTRAINT ck_payment_methods_provider_reference CHECK (provider = 'manual' OR provider_reference IS NOT NULL),
  CONSTRAINT ck_payment_methods_label CHECK (label <> '' AND label !~ '[[:cntrl:]]')
);

CREATE INDEX ix_payment_methods_customer ON payment_methods (tenant_id, customer_id, id);
CREATE UNIQUE INDEX uq_payment_methods_default ON payment_methods (tenant_id, customer_id) WHERE is_default;

COMMENT ON TABLE payment_methods IS 'How customers pay. Never holds the number of a card.';
COMMENT ON COLUMN payment_methods.label IS 'What people call it, for example Visa that ends in 4242.';
COMMENT ON COLUMN payment_methods.provider IS 'Who draws the money; manual: nobody, people record that it came.';
COMMENT ON COLUMN payment_methods.provider_reference IS 'What the provider calls it: his token. For manual, what people like.';
COMMENT ON COLUMN payment_methods.is_default IS 'Whether it is the one that is used if nothing is said; at most one of a customer.';

ALTER TABLE payment_methods ENABLE ROW LEVEL SECURITY;
ALTER TABLE payment_methods FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON payment_methods
  USING (tenant_id = current_tenant_id()) WITH CHECK (tenant_id = current_tenant_id());

GRANT SELECT, INSERT ON payment_methods TO dotmac_app;
GRANT UPDATE (label, status, is_default, updated_at, version) ON payment_methods TO dotmac_app;
GRANT SELECT ON payment_methods TO dotmac_readonly;

--rollback DROP TABLE payment_methods;
