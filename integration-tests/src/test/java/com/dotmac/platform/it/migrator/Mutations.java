package com.dotmac.platform.it.migrator;

import java.util.stream.Stream;

/**
 * Every kind of drift, with {@link CodeMutations}, as what somebody did by hand to the schema of
 * {@code every-kind.sql}.
 */
final class Mutations {
  private Mutations() {}

  /** What the owner of the schema can do. */
  static Stream<Mutation> byOwner() {
    return Stream.of(
            tables(),
            columns(),
            constraints(),
            references(),
            indexes(),
            CodeMutations.code(),
            CodeMutations.rights())
        .flatMap(each -> each);
  }

  /** What only a superuser can do. */
  static Stream<Mutation> bySuperuser() {
    return Stream.of(
        m(
            "owner of a table",
            "unexpected OWNER table shelf",
            "ALTER TABLE shelf OWNER TO postgres"),
        m(
            "owner of a function",
            "unexpected OWNER function loose(integer)",
            "ALTER FUNCTION loose(integer) OWNER TO postgres"),
        m(
            "triggers of a reference disabled",
            "changed CONSTRAINT book.fk_book_shelf",
            "ALTER TABLE book DISABLE TRIGGER ALL"),
        m(
            "index invalid",
            "changed INDEX book.ix_book_pages",
            "UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'ix_book_pages'::regclass"));
  }

  private static Stream<Mutation> tables() {
    return Stream.of(
        m("table dropped", "missing TABLE book", "DROP TABLE book CASCADE"),
        m(
            "table added",
            "unexpected TABLE strange",
            "CREATE TABLE strange (id serial PRIMARY KEY, shelf_id int REFERENCES shelf, n int CHECK (n > 0));"
                + " CREATE INDEX ON strange (n); COMMENT ON TABLE strange IS 'x';"
                + " GRANT SELECT ON strange TO dotmac_app"),
        m("unlogged", "changed TABLE loan_2025", "ALTER TABLE loan_2025 SET UNLOGGED"),
        m("storage parameter", "changed TABLE shelf", "ALTER TABLE shelf SET (fillfactor = 50)"),
        m("replica identity", "changed TABLE shelf", "ALTER TABLE shelf REPLICA IDENTITY FULL"),
        m(
            "partition detached",
            "changed TABLE loan_2026",
            "ALTER TABLE loan DETACH PARTITION loan_2026"),
        m("partition dropped", "missing TABLE loan_2026", "DROP TABLE loan_2026"),
        m(
            "partition bounds",
            "changed TABLE loan_2026",
            "ALTER TABLE loan DETACH PARTITION loan_2026;"
                + " ALTER TABLE loan ATTACH PARTITION loan_2026 FOR VALUES FROM ('2026-01-01') TO ('2026-07-01')"),
        m(
            "row security disabled",
            "changed TABLE book",
            "ALTER TABLE book DISABLE ROW LEVEL SECURITY"),
        m(
            "row security not forced",
            "changed TABLE book",
            "ALTER TABLE book NO FORCE ROW LEVEL SECURITY"),
        m("schema dropped", "missing SCHEMA archive", "DROP SCHEMA archive"),
        m(
            "schema added",
            "unexpected SCHEMA aside",
            "CREATE SCHEMA aside CREATE TABLE odd (id int)"),
        m("extension dropped", "missing EXTENSION pg_trgm", "DROP EXTENSION pg_trgm CASCADE"),
        m("extension added", "unexpected EXTENSION citext", "CREATE EXTENSION citext"),
        m(
            "sequence increment",
            "changed SEQUENCE loose_numbers",
            "ALTER SEQUENCE loose_numbers INCREMENT 3"),
        m(
            "sequence lost",
            "missing SEQUENCE ticket_numbers",
            "DROP SEQUENCE ticket_numbers CASCADE"),
        m("sequence added", "unexpected SEQUENCE more", "CREATE SEQUENCE more"),
        m(
            "sequence disowned",
            "changed SEQUENCE ticket_numbers",
            "ALTER SEQUENCE ticket_numbers OWNED BY NONE"),
        m(
            "statistics dropped",
            "missing STATISTICS book.book_pages_price",
            "DROP STATISTICS book_pages_price"));
  }

  private static Stream<Mutation> columns() {
    return Stream.of(
        column("column dropped", "missing", "isbn", "DROP COLUMN isbn"),
        column("required column dropped", "missing", "title", "DROP COLUMN title CASCADE"),
        column("column added", "unexpected", "more", "ADD COLUMN more text"),
        column("serial column added", "unexpected", "more", "ADD COLUMN more serial"),
        column("NOT NULL dropped", "changed", "title", "ALTER title DROP NOT NULL"),
        column("NOT NULL added", "changed", "note", "ALTER note SET NOT NULL"),
        column("type", "changed", "second_shelf_id", "ALTER second_shelf_id TYPE bigint"),
        m(
            "type of a column under views and a policy",
            "changed COLUMN book.price",
            "DROP VIEW cheap_book CASCADE; DROP POLICY cheap_only ON book; DROP POLICY not_free ON book;"
                + " DROP TRIGGER stamped ON book; ALTER TABLE book DROP double_price,"
                + " ALTER price TYPE numeric(13, 2);"
                + " ALTER TABLE book ADD double_price numeric(14, 2) GENERATED ALWAYS AS (price * 2) STORED;"
                + " CREATE VIEW cheap_book AS SELECT id, title, price FROM book WHERE price < 10;"
                + " CREATE VIEW cheap_title AS SELECT title FROM cheap_book;"
                + " COMMENT ON VIEW cheap_title IS 'The cheapest reads.';"
                + " GRANT SELECT ON cheap_book, cheap_title TO dotmac_readonly;"
                + " CREATE TRIGGER stamped BEFORE UPDATE OF title, price ON book"
                + " FOR EACH ROW EXECUTE FUNCTION stamp();"
                + " CREATE POLICY cheap_only ON book FOR SELECT TO dotmac_app USING (price < 100);"
                + " CREATE POLICY not_free ON book AS RESTRICTIVE USING (price > 0) WITH CHECK (price > 0)"),
        column("length", "changed", "isbn", "ALTER isbn TYPE varchar(20)"),
        m(
            "scale",
            "changed COLUMN book.double_price",
            "ALTER TABLE book ALTER double_price TYPE numeric(14, 4)"),
        column("default changed", "changed", "price", "ALTER price SET DEFAULT 1"),
        column("default dropped", "changed", "price", "ALTER price DROP DEFAULT"),
        column("default added", "changed", "pages", "ALTER pages SET DEFAULT 1"),
        column("collation", "changed", "sorted", "ALTER sorted TYPE text COLLATE \"POSIX\""),
        column("identity dropped", "changed", "id", "ALTER id DROP IDENTITY"),
        column("identity kind", "changed", "id", "ALTER id SET GENERATED BY DEFAULT"),
        column("identity increment", "changed", "id", "ALTER id SET INCREMENT 2"),
        column(
            "generated expression dropped",
            "changed",
            "double_price",
            "ALTER double_price DROP EXPRESSION"),
        column(
            "generated expression changed",
            "changed",
            "double_price",
            "DROP double_price, ADD double_price numeric(14, 2) GENERATED ALWAYS AS (price * 3) STORED"),
        column("storage", "changed", "note", "ALTER note SET STORAGE EXTERNAL"),
        column("statistics target", "changed", "pages", "ALTER pages SET STATISTICS 500"),
        m("comment changed", "changed COMMENT book.price", "COMMENT ON COLUMN book.price IS 'x'"),
        m("comment lost", "missing COMMENT book", "COMMENT ON TABLE book IS NULL"),
        m("comment added", "unexpected COMMENT shelf", "COMMENT ON TABLE shelf IS 'x'"));
  }

  private static Stream<Mutation> constraints() {
    return Stream.of(
        constraint("primary key dropped", "missing", "pk_book", "DROP CONSTRAINT pk_book CASCADE"),
        m(
            "primary key changed",
            "changed CONSTRAINT shelf.pk_shelf",
            "ALTER TABLE shelf DROP CONSTRAINT pk_shelf CASCADE, ADD CONSTRAINT pk_shelf PRIMARY KEY (id, code),"
                + " ADD CONSTRAINT other UNIQUE (id);"
                + " ALTER TABLE book ADD CONSTRAINT fk_book_shelf FOREIGN KEY (shelf_id) REFERENCES shelf (id)"
                + " ON DELETE CASCADE, ADD CONSTRAINT fk_book_second_shelf FOREIGN KEY (second_shelf_id)"
                + " REFERENCES shelf (id) DEFERRABLE INITIALLY DEFERRED"),
        constraint("unique dropped", "missing", "uq_book_title", "DROP CONSTRAINT uq_book_title"),
        constraint(
            "unique changed",
            "changed",
            "uq_book_title",
            "DROP CONSTRAINT uq_book_title, ADD CONSTRAINT uq_book_title UNIQUE (title)"),
        constraint(
            "unique NULLS NOT DISTINCT",
            "changed",
            "uq_book_isbn",
            "DROP CONSTRAINT uq_book_isbn, ADD CONSTRAINT uq_book_isbn UNIQUE (isbn) INCLUDE (title)"),
        constraint(
            "unique deferrable changed",
            "changed",
            "uq_book_ticket",
            "DROP CONSTRAINT uq_book_ticket, ADD CONSTRAINT uq_book_ticket UNIQUE (ticket)"),
        constraint("unique added", "unexpected", "more", "ADD CONSTRAINT more UNIQUE (pages)"),
        constraint(
            "exclusion dropped", "missing", "ex_book_during", "DROP CONSTRAINT ex_book_during"),
        constraint(
            "exclusion changed",
            "changed",
            "ex_book_during",
            "DROP CONSTRAINT ex_book_during,"
                + " ADD CONSTRAINT ex_book_during EXCLUDE USING gist (during WITH -|-)"),
        constraint("check dropped", "missing", "ck_book_price", "DROP CONSTRAINT ck_book_price"),
        constraint(
            "check changed",
            "changed",
            "ck_book_pages",
            "DROP CONSTRAINT ck_book_pages, ADD CONSTRAINT ck_book_pages CHECK (pages > 1)"),
        constraint(
            "check not valid",
            "changed",
            "ck_book_pages",
            "DROP CONSTRAINT ck_book_pages, ADD CONSTRAINT ck_book_pages CHECK (twice(pages) > 0) NOT VALID"),
        constraint("check added", "unexpected", "more", "ADD CONSTRAINT more CHECK (pages < 9000)"),
        constraint(
            "constraint renamed",
            "missing",
            "ck_book_pages",
            "RENAME CONSTRAINT ck_book_pages TO more"));
  }

  private static Stream<Mutation> references() {
    String drop =
        "DROP CONSTRAINT fk_book_shelf, ADD CONSTRAINT fk_book_shelf FOREIGN KEY (shelf_id) ";
    return Stream.of(
        constraint(
            "reference dropped", "missing", "fk_book_shelf", "DROP CONSTRAINT fk_book_shelf"),
        constraint("on delete changed", "changed", "fk_book_shelf", drop + "REFERENCES shelf (id)"),
        constraint(
            "reference not valid",
            "changed",
            "fk_book_shelf",
            drop + "REFERENCES shelf (id) ON DELETE CASCADE NOT VALID"),
        constraint(
            "deferrable changed",
            "changed",
            "fk_book_second_shelf",
            "ALTER CONSTRAINT fk_book_second_shelf NOT DEFERRABLE"),
        m(
            "reference of a partitioned table dropped",
            "missing CONSTRAINT loan.fk_loan_book",
            "ALTER TABLE loan DROP CONSTRAINT fk_loan_book"));
  }

  private static Stream<Mutation> indexes() {
    return Stream.of(
        m(
            "index dropped",
            "missing INDEX book.ix_book_title_lower",
            "DROP INDEX ix_book_title_lower"),
        m(
            "index dropped while a covering one exists",
            "missing INDEX book.ix_book_pages_only",
            "DROP INDEX ix_book_pages_only"),
        m("index added", "unexpected INDEX book.more", "CREATE INDEX more ON book (price)"),
        index("index column order", "ix_book_pages", "INDEX ix_book_pages ON book (title, pages)"),
        index("index method", "ix_book_note", "INDEX ix_book_note ON book (note)"),
        index("index include", "ix_book_shelf", "INDEX ix_book_shelf ON book (shelf_id)"),
        index(
            "index expression",
            "ix_book_title_lower",
            "INDEX ix_book_title_lower ON book (upper(title))"),
        index("index direction", "ix_book_pages_down", "INDEX ix_book_pages_down ON book (pages)"),
        index(
            "index predicate",
            "ix_book_thick",
            "INDEX ix_book_thick ON book (shelf_id) WHERE pages > 5"),
        index("index partial to full", "ix_book_thick", "INDEX ix_book_thick ON book (shelf_id)"),
        index(
            "index NULLS NOT DISTINCT",
            "uq_book_sorted",
            "UNIQUE INDEX uq_book_sorted ON book (sorted)"),
        m(
            "table clustered",
            "changed INDEX book.ix_book_pages",
            "ALTER TABLE book CLUSTER ON ix_book_pages"),
        m(
            "index of a partitioned table",
            "missing INDEX loan.ix_loan_book",
            "DROP INDEX ix_loan_book"));
  }

  private static Mutation column(String kind, String difference, String column, String action) {
    return m(kind, difference + " COLUMN book." + column, "ALTER TABLE book " + action);
  }

  private static Mutation constraint(String kind, String difference, String name, String action) {
    return m(kind, difference + " CONSTRAINT book." + name, "ALTER TABLE book " + action);
  }

  private static Mutation index(String kind, String name, String definition) {
    return m(kind, "changed INDEX book." + name, "DROP INDEX " + name + "; CREATE " + definition);
  }

  private static Mutation m(String kind, String finding, String sql) {
    return new Mutation(kind, finding, sql);
  }
}
