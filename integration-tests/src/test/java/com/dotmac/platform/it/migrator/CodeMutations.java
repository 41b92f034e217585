package com.dotmac.platform.it.migrator;

import java.util.stream.Stream;

/** The part of {@link Mutations} that is about what acts in the server and who may do what. */
final class CodeMutations {
  private CodeMutations() {}

  /** Of views, rules, triggers, functions and types. */
  static Stream<Mutation> code() {
    return Stream.of(
        m(
            "view body",
            "changed VIEW cheap_book",
            "CREATE OR REPLACE VIEW cheap_book AS SELECT id, title, price FROM book WHERE price < 11"),
        m(
            "view columns",
            "changed VIEW cheap_book",
            "CREATE OR REPLACE VIEW cheap_book AS SELECT id, title, price, pages FROM book WHERE price < 10"),
        m("view dropped", "missing VIEW cheap_book", "DROP VIEW cheap_book CASCADE"),
        m("view added", "unexpected VIEW more", "CREATE VIEW more AS SELECT id FROM book"),
        m(
            "materialised view body",
            "changed VIEW shelf_size",
            "DROP MATERIALIZED VIEW shelf_size;"
                + " CREATE MATERIALIZED VIEW shelf_size AS SELECT shelf_id, count(title) AS books FROM book GROUP BY 1;"
                + " CREATE UNIQUE INDEX uq_shelf_size ON shelf_size (shelf_id)"),
        m("rule dropped", "missing RULE shelf.keep_shelf", "DROP RULE keep_shelf ON shelf"),
        m("trigger dropped", "missing TRIGGER book.stamped", "DROP TRIGGER stamped ON book"),
        m(
            "trigger disabled",
            "changed TRIGGER book.stamped",
            "ALTER TABLE book DISABLE TRIGGER stamped"),
        m(
            "trigger changed",
            "changed TRIGGER book.stamped",
            "CREATE OR REPLACE TRIGGER stamped BEFORE UPDATE ON book FOR EACH ROW EXECUTE FUNCTION stamp()"),
        m(
            "constraint trigger changed",
            "changed TRIGGER book.checked_later",
            "DROP TRIGGER checked_later ON book; CREATE CONSTRAINT TRIGGER checked_later AFTER INSERT ON book"
                + " FOR EACH ROW EXECUTE FUNCTION stamp()"),
        m(
            "trigger of one partition disabled",
            "unexpected TRIGGER loan_2026.loan_stamped",
            "ALTER TABLE loan_2026 DISABLE TRIGGER loan_stamped"),
        m(
            "function body",
            "changed FUNCTION stamp()",
            "CREATE OR REPLACE FUNCTION stamp() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN old; END'"),
        m(
            "function result",
            "changed FUNCTION loose(integer)",
            "DROP FUNCTION loose(integer);"
                + " CREATE FUNCTION loose(amount integer) RETURNS bigint LANGUAGE sql IMMUTABLE RETURN amount;"
                + " COMMENT ON FUNCTION loose(integer) IS 'Gives back what it gets.';"
                + " REVOKE EXECUTE ON FUNCTION loose(integer) FROM PUBLIC"),
        m(
            "default of an argument added to a function in use",
            "changed FUNCTION twice(integer)",
            "CREATE OR REPLACE FUNCTION twice(amount integer DEFAULT 1) RETURNS integer"
                + " LANGUAGE sql IMMUTABLE RETURN amount * 2"),
        m(
            "default of an argument lost",
            "changed FUNCTION padded(text,integer)",
            "DROP FUNCTION padded(text, integer);"
                + " CREATE FUNCTION padded(value text, width integer) RETURNS text"
                + " LANGUAGE sql IMMUTABLE RETURN lpad(value, width)"),
        m(
            "argument of a function renamed",
            "changed FUNCTION loose(integer)",
            "DROP FUNCTION loose(integer);"
                + " CREATE FUNCTION loose(number integer) RETURNS integer LANGUAGE sql IMMUTABLE RETURN number;"
                + " COMMENT ON FUNCTION loose(integer) IS 'Gives back what it gets.';"
                + " REVOKE EXECUTE ON FUNCTION loose(integer) FROM PUBLIC"),
        m("function dropped", "missing FUNCTION loose(integer)", "DROP FUNCTION loose(integer)"),
        m(
            "function in use dropped",
            "missing FUNCTION twice(integer)",
            "DROP FUNCTION twice(integer) CASCADE"),
        m(
            "function added",
            "unexpected FUNCTION more()",
            "CREATE FUNCTION more() RETURNS int LANGUAGE sql RETURN 1;"
                + " REVOKE EXECUTE ON FUNCTION more() FROM PUBLIC"),
        m("enum value added", "changed TYPE mood", "ALTER TYPE mood ADD VALUE 'worse'"),
        m(
            "enum value lost",
            "changed TYPE mood",
            "ALTER TABLE book ALTER mood DROP DEFAULT, ALTER mood TYPE text; DROP TYPE mood;"
                + " CREATE TYPE mood AS ENUM ('good', 'bad');"
                + " ALTER TABLE book ALTER mood TYPE mood USING mood::mood, ALTER mood SET DEFAULT 'good'"),
        m("type dropped", "missing TYPE size", "DROP TYPE size"),
        m("type added", "unexpected TYPE more", "CREATE TYPE more AS ENUM ('x')"),
        m("domain dropped", "missing TYPE short_text", "DROP DOMAIN short_text CASCADE"),
        m(
            "domain check changed",
            "changed TYPE short_text",
            "ALTER DOMAIN short_text DROP CONSTRAINT short_text_length;"
                + " ALTER DOMAIN short_text ADD CONSTRAINT short_text_length CHECK (length(VALUE) <= 4)"),
        m("domain default", "changed TYPE short_text", "ALTER DOMAIN short_text SET DEFAULT 'x'"),
        m("domain NOT NULL", "changed TYPE short_text", "ALTER DOMAIN short_text SET NOT NULL"));
  }

  /** Of policies and grants. */
  static Stream<Mutation> rights() {
    return Stream.of(
        m("policy dropped", "missing POLICY book.cheap_only", "DROP POLICY cheap_only ON book"),
        m("policy added", "unexpected POLICY book.more", "CREATE POLICY more ON book USING (true)"),
        m(
            "policy changed",
            "changed POLICY book.not_free",
            "ALTER POLICY not_free ON book USING (true)"),
        m(
            "roles of a policy",
            "changed POLICY book.cheap_only",
            "ALTER POLICY cheap_only ON book TO PUBLIC"),
        m(
            "command of a policy",
            "changed POLICY book.cheap_only",
            "DROP POLICY cheap_only ON book; CREATE POLICY cheap_only ON book TO dotmac_app USING (price < 100)"),
        m(
            "grant revoked",
            "missing GRANT grant on book dotmac_readonly",
            "REVOKE SELECT ON book FROM dotmac_readonly"),
        m(
            "right revoked",
            "changed GRANT grant on book dotmac_app",
            "REVOKE INSERT ON book FROM dotmac_app"),
        m(
            "right added",
            "changed GRANT grant on book dotmac_app",
            "GRANT DELETE ON book TO dotmac_app"),
        m(
            "grant added",
            "unexpected GRANT grant on shelf dotmac_app",
            "GRANT ALL ON shelf TO dotmac_app"),
        m(
            "grant to all",
            "unexpected GRANT grant on shelf PUBLIC",
            "GRANT SELECT ON shelf TO PUBLIC"),
        m(
            "grant option",
            "missing GRANT grant on book dotmac_readonly",
            "GRANT SELECT ON book TO dotmac_readonly WITH GRANT OPTION"),
        m(
            "grant on a column",
            "unexpected GRANT grant on book.price dotmac_readonly",
            "GRANT UPDATE (price) ON book TO dotmac_readonly"),
        m(
            "grant on a column revoked",
            "missing GRANT grant on book.title dotmac_app",
            "REVOKE UPDATE (title) ON book FROM dotmac_app"),
        m(
            "right of the owner revoked",
            "unexpected GRANT revoke on shelf OWNER",
            "REVOKE DELETE ON shelf FROM dotmac_owner"),
        m(
            "grant on a function",
            "unexpected GRANT grant on loose(integer) dotmac_app",
            "GRANT EXECUTE ON FUNCTION loose(integer) TO dotmac_app"),
        m(
            "default privilege",
            "missing DEFAULT_PRIVILEGE archive r dotmac_readonly",
            "ALTER DEFAULT PRIVILEGES IN SCHEMA archive REVOKE SELECT ON TABLES FROM dotmac_readonly"));
  }

  private static Mutation m(String kind, String finding, String sql) {
    return new Mutation(kind, finding, sql);
  }
}
