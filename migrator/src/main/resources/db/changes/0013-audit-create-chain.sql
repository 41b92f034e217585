--liquibase formatted sql
-- Why: that no act was altered, removed, added or moved afterwards can be proven: each has a link in a chain of hashes of
--      its tenant, made by the database when the transaction commits. The application reads the chain and cannot write it.
--      Acts from before are linked here, and marked: of them is proven what happened since. docs/audit.md has the form.
-- Phase: expand
-- Rollback: lossy. Drops the chain; the acts stay. Applied again, it links them anew, as acts from before.
-- Lint: allow row-security-off because the owner must see the acts of all tenants to link them; it is forced again below, in this transaction.
-- Lint: allow trigger-on-existing-table because an act without a link would be a gap; the function runs at commit.
-- Lint: allow anonymous-block because a chain is made one after the other.
-- Lint: allow measured-exclusive-lock because no act may be added between the last one linked here and the trigger.
--changeset dotmac:0013-audit-create-chain labels:expand splitStatements:false stripComments:false
CREATE TABLE audit_chain_heads (
  tenant_id uuid NOT NULL,
  last_sequence bigint NOT NULL,
  last_hash bytea NOT NULL,
  CONSTRAINT pk_audit_chain_heads PRIMARY KEY (tenant_id),
  CONSTRAINT fk_audit_chain_heads_tenant FOREIGN KEY (tenant_id) REFERENCES tenants (id),
  CONSTRAINT ck_audit_chain_heads_last_sequence CHECK (last_sequence >= 0),
  CONSTRAINT ck_audit_chain_heads_last_hash CHECK (octet_length(last_hash) = 32)
);

CREATE TABLE audit_chain_links (
  tenant_id uuid NOT NULL,
  sequence bigint NOT NULL,
  activity_id uuid NOT NULL,
  origin varchar(20) NOT NULL,
  previous_hash bytea NOT NULL,
  hash bytea NOT NULL,
  CONSTRAINT pk_audit_chain_links PRIMARY KEY (tenant_id, sequence),
  CONSTRAINT fk_audit_chain_links_tenant FOREIGN KEY (tenant_id) REFERENCES tenants (id),
  CONSTRAINT fk_audit_chain_links_activity FOREIGN KEY (tenant_id, activity_id) REFERENCES audit_activities (tenant_id, id),
  CONSTRAINT uq_audit_chain_links_activity UNIQUE (tenant_id, activity_id),
  CONSTRAINT ck_audit_chain_links_sequence CHECK (sequence > 0),
  CONSTRAINT ck_audit_chain_links_origin CHECK (origin IN ('commit', 'earlier')),
  CONSTRAINT ck_audit_chain_links_previous_hash CHECK (octet_length(previous_hash) = 32),
  CONSTRAINT ck_audit_chain_links_hash CHECK (octet_length(hash) = 32)
);

COMMENT ON TABLE audit_chain_heads IS 'Where the chain of each tenant ends; its row is locked while a link is added.';
COMMENT ON COLUMN audit_chain_heads.last_sequence IS 'Sequence of the newest link; 0: none yet.';
COMMENT ON COLUMN audit_chain_heads.last_hash IS 'Hash of the newest link; 32 zero bytes: none yet.';
COMMENT ON TABLE audit_chain_links IS 'One link per act, in the order of the commits; made by the database alone.';
COMMENT ON COLUMN audit_chain_links.sequence IS 'Place in the chain of the tenant, from 1, without gaps.';
COMMENT ON COLUMN audit_chain_links.origin IS 'commit: linked when the act was committed; earlier: linked when the chain was made.';
COMMENT ON COLUMN audit_chain_links.previous_hash IS 'Hash of the link before; 32 zero bytes in the first.';
COMMENT ON COLUMN audit_chain_links.hash IS 'SHA-256 over previous_hash, this link and its act; docs/audit.md has the form.';

CREATE FUNCTION audit_chain_hash(VARIADIC fields text[]) RETURNS bytea
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN (
    SELECT sha256(string_agg(
      coalesce(int4send(octet_length(convert_to(value, 'UTF8'))) || convert_to(value, 'UTF8'), int4send(-1)),
      ''::bytea ORDER BY place))
    FROM unnest(fields) WITH ORDINALITY AS field (value, place));

CREATE FUNCTION audit_activity_hash(act audit_activities, sequence bigint, origin text, previous_hash bytea) RETURNS bytea
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN audit_chain_hash(
    'dotmac-audit-1', encode(previous_hash, 'hex'), sequence::text, origin,
    act.tenant_id::text, act.id::text,
    to_char(act.occurred_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    act.actor_kind, act.actor_id::text, act.actor_name,
    act.action, act.resource_kind, act.resource_id::text,
    act.reason, act.request_id, act.before_state::text, act.after_state::text);

CREATE FUNCTION link_audit_activity_at_commit() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  -- pg_temp comes last, or a temporary table of the caller would stand before ours.
  SET search_path = pg_catalog, public, pg_temp
  -- Every statement below asks an index. A plan made of old statistics must not read the whole trail at each commit.
  SET enable_seqscan = off SET enable_bitmapscan = off SET enable_sort = off
  AS $function$
DECLARE
  named text := coalesce(current_setting('dotmac.tenant_id', true), '');
  act audit_activities := NEW;
  head audit_chain_heads;
  link_hash bytea;
BEGIN
  -- Row security let the act in, so its tenant is the right one, whoever the transaction works for now.
  PERFORM set_config('dotmac.tenant_id', NEW.tenant_id::text, true);
  IF NOT EXISTS (SELECT FROM audit_chain_links WHERE tenant_id = NEW.tenant_id AND activity_id = NEW.id) THEN
    INSERT INTO audit_chain_heads VALUES (NEW.tenant_id, 0, decode(repeat('00', 32), 'hex')) ON CONFLICT DO NOTHING;
    SELECT * INTO STRICT head FROM audit_chain_heads WHERE tenant_id = NEW.tenant_id FOR NO KEY UPDATE;
    -- Links the later acts of this transaction too: a head written once per act would slow each next one down.
    LOOP
      IF NOT EXISTS (SELECT FROM audit_chain_links WHERE tenant_id = NEW.tenant_id AND activity_id = act.id) THEN
        link_hash := audit_activity_hash(act, head.last_sequence + 1, 'commit', head.last_hash);
        INSERT INTO audit_chain_links
        VALUES (NEW.tenant_id, head.last_sequence + 1, act.id, 'commit', head.last_hash, link_hash);
        head.last_sequence := head.last_sequence + 1;
        head.last_hash := link_hash;
      END IF;
      SELECT * INTO act FROM audit_activities
      WHERE tenant_id = NEW.tenant_id AND id > act.id AND xmin = pg_current_xact_id()::xid ORDER BY id LIMIT 1;
      EXIT WHEN NOT FOUND;
    END LOOP;
    UPDATE audit_chain_heads SET last_sequence = head.last_sequence, last_hash = head.last_hash
    WHERE tenant_id = NEW.tenant_id;
  END IF;
  PERFORM set_config('dotmac.tenant_id', named, true);
  RETURN NULL;
END
$function$;

COMMENT ON FUNCTION audit_chain_hash(text[]) IS
  'SHA-256 over fields, each with its length in bytes before it as 4 bytes, most significant first; NULL: length -1.';
COMMENT ON FUNCTION audit_activity_hash(audit_activities, bigint, text, bytea) IS
  'Hash of the link of an act, in the form dotmac-audit-1.';
COMMENT ON FUNCTION link_audit_activity_at_commit() IS
  'Links an act when its transaction commits: after all statements, so that the head is the last lock taken.';
REVOKE EXECUTE ON FUNCTION audit_chain_hash(text[]) FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION audit_activity_hash(audit_activities, bigint, text, bytea) FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION link_audit_activity_at_commit() FROM PUBLIC;

ALTER TABLE audit_activities NO FORCE ROW LEVEL SECURITY;
DO $earlier$
DECLARE
  act audit_activities;
  tenant uuid;
  place bigint;
  link_hash bytea;
  before bytea;
BEGIN
  FOR act IN SELECT * FROM audit_activities ORDER BY tenant_id, id LOOP
    IF act.tenant_id IS DISTINCT FROM tenant THEN
      tenant := act.tenant_id;
      place := 0;
      link_hash := decode(repeat('00', 32), 'hex');
    END IF;
    place := place + 1;
    before := link_hash;
    link_hash := audit_activity_hash(act, place, 'earlier', before);
    INSERT INTO audit_chain_links VALUES (tenant, place, act.id, 'earlier', before, link_hash);
  END LOOP;
  INSERT INTO audit_chain_heads
  SELECT DISTINCT ON (tenant_id) tenant_id, sequence, hash FROM audit_chain_links ORDER BY tenant_id, sequence DESC;
END
$earlier$;
ALTER TABLE audit_activities FORCE ROW LEVEL SECURITY;

CREATE CONSTRAINT TRIGGER link_at_commit AFTER INSERT ON audit_activities
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION link_audit_activity_at_commit();

ALTER TABLE audit_chain_heads ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_chain_heads FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON audit_chain_heads
  USING (tenant_id = current_tenant_id()) WITH CHECK (tenant_id = current_tenant_id());
ALTER TABLE audit_chain_links ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_chain_links FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON audit_chain_links
  USING (tenant_id = current_tenant_id()) WITH CHECK (tenant_id = current_tenant_id());

GRANT SELECT ON audit_chain_heads, audit_chain_links TO dotmac_app, dotmac_readonly;

/* liquibase rollback
DROP TRIGGER link_at_commit ON audit_activities;
DROP FUNCTION link_audit_activity_at_commit();
DROP FUNCTION audit_activity_hash(audit_activities, bigint, text, bytea);
DROP FUNCTION audit_chain_hash(text[]);
DROP TABLE audit_chain_links;
DROP TABLE audit_chain_heads;
*/
