--liquibase formatted sql
-- Why: a mail must go out when its cause is committed, and not when it is rolled back. So it is written here in the
--      transaction of its cause, sent by a worker afterwards, and kept as the log of what was sent to whom.
-- Phase: expand
-- Rollback: lossy. Drops the messages; those that wait are never sent.
--changeset dotmac:0026-communications-create-messages labels:expand splitStatements:false stripComments:false
CREATE TABLE communication_messages (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  template varchar(50) NOT NULL,
  recipient_address varchar(254) NOT NULL,
  recipient_name varchar(200),
  subject varchar(300) NOT NULL,
  sealed_secret varchar(4000),
  status varchar(20) NOT NULL,
  attempts integer NOT NULL,
  last_error varchar(500),
  created_at timestamptz NOT NULL,
  expires_at timestamptz,
  sent_at timestamptz,
  version integer NOT NULL,
  CONSTRAINT pk_communication_messages PRIMARY KEY (tenant_id, id),
  CONSTRAINT fk_communication_messages_tenant FOREIGN KEY (tenant_id) REFERENCES tenants (id),
  CONSTRAINT ck_communication_messages_template
    CHECK (template IN ('test', 'password_reset', 'password_changed', 'email_verification', 'user_invitation', 'partner_invitation',
      'partner_application_received', 'partner_application_approved', 'partner_application_rejected')),
  CONSTRAINT ck_communication_messages_status CHECK (status IN ('pending', 'sent', 'failed')),
  CONSTRAINT ck_communication_messages_attempts CHECK (attempts >= 0),
  CONSTRAINT ck_communication_messages_sent_at CHECK (status <> 'sent' OR sent_at IS NOT NULL),
  CONSTRAINT ck_communication_messages_sealed_secret CHECK (status <> 'sent' OR sealed_secret IS NULL),
  CONSTRAINT ck_communication_messages_recipient CHECK (recipient_address !~ '[[:cntrl:][:space:]]' AND recipient_name !~ '[[:cntrl:]]'),
  CONSTRAINT ck_communication_messages_subject CHECK (subject !~ '[[:cntrl:]]')
);

CREATE INDEX ix_communication_messages_status ON communication_messages (tenant_id, status, id);

COMMENT ON TABLE communication_messages IS 'Mails: those that wait, and the log of those that were sent or given up.';
COMMENT ON COLUMN communication_messages.template IS 'What kind of mail; its words are in the application.';
COMMENT ON COLUMN communication_messages.sealed_secret IS 'The secret that the mail carries, sealed; NULL once it was sent or is of no use any more.';
COMMENT ON COLUMN communication_messages.attempts IS 'How often the mail was tried since it was written or taken up again.';
COMMENT ON COLUMN communication_messages.last_error IS 'Why the last attempt failed, in the words of the mail server where it had any.';
COMMENT ON COLUMN communication_messages.expires_at IS 'From this instant on it is of no use and not sent; NULL: always of use.';

ALTER TABLE communication_messages ENABLE ROW LEVEL SECURITY;
ALTER TABLE communication_messages FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON communication_messages
  USING (tenant_id = current_tenant_id()) WITH CHECK (tenant_id = current_tenant_id());

GRANT SELECT, INSERT ON communication_messages TO dotmac_app;
GRANT UPDATE (sealed_secret, status, attempts, last_error, sent_at, version) ON communication_messages TO dotmac_app;
GRANT SELECT (tenant_id, id, template, recipient_address, recipient_name, subject, status, attempts, last_error, created_at,
  expires_at, sent_at, version) ON communication_messages TO dotmac_readonly;

--rollback DROP TABLE communication_messages;
