CREATE SCHEMA archive;
CREATE EXTENSION pg_trgm;
CREATE TYPE mood AS ENUM ('good', 'fair', 'bad');
CREATE TYPE size AS (width integer, height integer);
CREATE DOMAIN short_text AS text CONSTRAINT short_text_length CHECK (length(VALUE) <= 40);
CREATE SEQUENCE ticket_numbers;
CREATE SEQUENCE loose_numbers START 7;
CREATE FUNCTION stamp() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END';
CREATE FUNCTION twice(amount integer) RETURNS integer LANGUAGE sql IMMUTABLE RETURN amount * 2;
CREATE FUNCTION loose(amount integer) RETURNS integer LANGUAGE sql IMMUTABLE RETURN amount;
CREATE FUNCTION padded(value text, width integer DEFAULT 8) RETURNS text LANGUAGE sql IMMUTABLE RETURN lpad(value, width);
COMMENT ON FUNCTION loose(integer) IS 'Gives back what it gets.';
REVOKE EXECUTE ON FUNCTION loose(integer) FROM PUBLIC;

CREATE TABLE shelf (
  id integer NOT NULL,
  code varchar(20) NOT NULL,
  CONSTRAINT pk_shelf PRIMARY KEY (id),
  CONSTRAINT uq_shelf_code UNIQUE (code)
);

CREATE TABLE book (
  id bigint GENERATED ALWAYS AS IDENTITY (START WITH 100 INCREMENT BY 5),
  shelf_id integer NOT NULL,
  second_shelf_id integer,
  title varchar(100) NOT NULL,
  isbn varchar(13),
  price numeric(12, 2) DEFAULT 0 NOT NULL,
  mood mood DEFAULT 'good' NOT NULL,
  note short_text,
  sorted text COLLATE "C",
  pages integer,
  double_price numeric(14, 2) GENERATED ALWAYS AS (price * 2) STORED,
  during tstzrange,
  ticket bigint DEFAULT nextval('ticket_numbers'),
  CONSTRAINT pk_book PRIMARY KEY (id),
  CONSTRAINT uq_book_title UNIQUE (shelf_id, title),
  CONSTRAINT uq_book_isbn UNIQUE NULLS NOT DISTINCT (isbn) INCLUDE (title),
  CONSTRAINT uq_book_ticket UNIQUE (ticket) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_book_shelf FOREIGN KEY (shelf_id) REFERENCES shelf (id) ON DELETE CASCADE,
  CONSTRAINT fk_book_second_shelf FOREIGN KEY (second_shelf_id) REFERENCES shelf (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT ck_book_price CHECK (price >= 0),
  CONSTRAINT ck_book_pages CHECK (twice(pages) > 0),
  CONSTRAINT ex_book_during EXCLUDE USING gist (during WITH &&)
);
ALTER SEQUENCE ticket_numbers OWNED BY book.ticket;
CREATE INDEX ix_book_pages ON book (pages, title);
CREATE INDEX ix_book_pages_only ON book (pages);
CREATE INDEX ix_book_title_lower ON book (lower(title));
CREATE INDEX ix_book_pages_down ON book (pages DESC NULLS LAST);
CREATE INDEX ix_book_thick ON book (shelf_id) WHERE pages > 500;
CREATE INDEX ix_book_shelf ON book (shelf_id) INCLUDE (title);
CREATE INDEX ix_book_note ON book USING hash (note);
CREATE UNIQUE INDEX uq_book_sorted ON book (sorted) NULLS NOT DISTINCT;
CREATE INDEX ix_book_title_like ON book USING gin (title gin_trgm_ops);
CREATE STATISTICS book_pages_price ON pages, price FROM book;
COMMENT ON TABLE book IS 'What one reads.';
COMMENT ON COLUMN book.price IS 'In the currency of the shop.';
COMMENT ON CONSTRAINT ck_book_price ON book IS 'Nothing is paid out.';
COMMENT ON INDEX ix_book_pages IS 'For the long list.';
CREATE VIEW cheap_book AS SELECT id, title, price FROM book WHERE price < 10;
CREATE VIEW cheap_title AS SELECT title FROM cheap_book;
COMMENT ON VIEW cheap_title IS 'The cheapest reads.';
GRANT SELECT ON cheap_book, cheap_title TO dotmac_readonly;
CREATE MATERIALIZED VIEW shelf_size AS SELECT shelf_id, count(*) AS books FROM book GROUP BY shelf_id;
CREATE UNIQUE INDEX uq_shelf_size ON shelf_size (shelf_id);
CREATE RULE keep_shelf AS ON DELETE TO shelf WHERE old.id = 0 DO INSTEAD NOTHING;
CREATE TRIGGER stamped BEFORE UPDATE OF title, price ON book FOR EACH ROW EXECUTE FUNCTION stamp();
CREATE CONSTRAINT TRIGGER checked_later AFTER INSERT ON book DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION stamp();
ALTER TABLE book ENABLE ROW LEVEL SECURITY;
ALTER TABLE book FORCE ROW LEVEL SECURITY;
CREATE POLICY cheap_only ON book FOR SELECT TO dotmac_app USING (price < 100);
CREATE POLICY not_free ON book AS RESTRICTIVE USING (price > 0) WITH CHECK (price > 0);
GRANT SELECT, INSERT ON book TO dotmac_app;
GRANT UPDATE (title) ON book TO dotmac_app;
GRANT SELECT ON book TO dotmac_readonly;
ALTER DEFAULT PRIVILEGES IN SCHEMA archive GRANT SELECT ON TABLES TO dotmac_readonly;

CREATE TABLE loan (
  at date NOT NULL,
  book_id bigint NOT NULL,
  CONSTRAINT pk_loan PRIMARY KEY (at, book_id),
  CONSTRAINT fk_loan_book FOREIGN KEY (book_id) REFERENCES book (id)
) PARTITION BY RANGE (at);
CREATE INDEX ix_loan_book ON loan (book_id);
CREATE TABLE loan_2025 PARTITION OF loan FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
CREATE TABLE loan_2026 PARTITION OF loan FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
CREATE TRIGGER loan_stamped BEFORE INSERT ON loan FOR EACH ROW EXECUTE FUNCTION stamp();
