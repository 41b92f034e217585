package com.dotmac.platform.domain.partners.commissions;

import com.dotmac.platform.domain.partners.Coverage;
import com.dotmac.platform.domain.shared.Identifiers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a run knows of invoices, periods, customers and lines, and what it makes of them. */
final class AccrualState implements Deciding.Pools, Deciding.Beginnings {

  private final Map<UUID, InvoiceBook> books;
  private final Map<UUID, List<Coverage>> coverages;
  private final Set<UUID> partners;
  private final Map<PoolRow.Key, PoolRow> pools = new LinkedHashMap<>();
  private final Map<UUID, PoolRow> poolsById = new HashMap<>();
  private final Map<UUID, Instant> anchors;
  private final Set<PartnerCustomer> begun;
  private final Map<UUID, List<OpenLine>> linesOfTerms = new HashMap<>();
  private final Map<UUID, Set<UUID>> termsOfPool = new HashMap<>();
  private final Set<UUID> poolsRead = new HashSet<>();
  private final Set<OpenLine> reversed = new LinkedHashSet<>();
  private final Function<UUID, List<OpenLine>> linesOfPool;
  private final Instant now;

  /**
   * What is known.
   *
   * @param books the invoices, with their terms
   * @param coverages who looks after the customers
   * @param partners all who look or looked after them, or earn on the invoices
   * @param pools all periods of the partners concerned that invoices or rules refer to
   * @param anchors when the first money of accounts came
   * @param begun who had money come already
   * @param lines of which something can be taken back, of the terms of the invoices, oldest first
   * @param linesOfPool reads the same of all terms of a period, when that is needed
   * @param now when it is written
   */
  AccrualState(
      Map<UUID, InvoiceBook> books,
      Map<UUID, List<Coverage>> coverages,
      Set<UUID> partners,
      List<PoolRow> pools,
      Map<UUID, Instant> anchors,
      Set<PartnerCustomer> begun,
      List<OpenLine> lines,
      Function<UUID, List<OpenLine>> linesOfPool,
      Instant now) {
    this.books = books;
    this.coverages = coverages;
    this.partners = Set.copyOf(partners);
    this.anchors = new HashMap<>(anchors);
    this.begun = new HashSet<>(begun);
    this.linesOfPool = linesOfPool;
    this.now = now;
    pools.forEach(this::know);
    lines.forEach(line -> of(line.termsId()).add(line));
  }

  private void know(PoolRow pool) {
    pools.put(pool.key(), pool);
    poolsById.put(pool.id(), pool);
  }

  /** All who look or looked after the customers, or earn on the invoices. */
  Set<UUID> partners() {
    return partners;
  }

  /** The invoice; {@code null}: it is gone, or was a draft. */
  @Nullable InvoiceBook book(UUID invoiceId) {
    return books.get(invoiceId);
  }

  /** Who looked after a customer at an instant; {@code null}: nobody. */
  @Nullable Coverage coverage(UUID customerId, Instant at) {
    return coverages.getOrDefault(customerId, List.of()).stream()
        .filter(coverage -> coverage.covers(at))
        .findFirst()
        .orElse(null);
  }

  /** A period; {@code null} for {@code null}. */
  @Nullable PoolRow pool(@Nullable UUID id) {
    return id == null ? null : Objects.requireNonNull(poolsById.get(id), "it was read");
  }

  /** All periods. */
  List<PoolRow> pools() {
    return List.copyOf(pools.values());
  }

  @Override
  public PoolRow of(UUID partnerId, UUID versionId, String currency, PoolPeriod period) {
    PoolRow.Key key = new PoolRow.Key(partnerId, versionId, currency, period.from());
    PoolRow pool = pools.get(key);
    if (pool == null) {
      pool = new PoolRow(Identifiers.next(now), key, period.to(), 0, 0, true);
      poolsRead.add(pool.id());
      know(pool);
    }
    return pool;
  }

  @Override
  public Instant ofAccount(UUID accountId, Instant at) {
    return anchors.computeIfAbsent(accountId, unused -> at);
  }

  @Override
  public boolean isFirst(UUID partnerId, UUID customerId) {
    return begun.add(new PartnerCustomer(partnerId, customerId));
  }

  /** Something was earned. */
  void open(TermsRow terms, OpenLine line) {
    of(terms.id()).add(line);
    UUID pool = terms.decided().poolId();
    if (pool != null) {
      termsOfPool.computeIfAbsent(pool, unused -> new LinkedHashSet<>()).add(terms.id());
    }
  }

  /** Something was taken back. */
  void reversed(OpenLine line) {
    reversed.add(line);
  }

  /** All lines of which something was taken back. */
  Set<OpenLine> reversed() {
    return reversed;
  }

  /**
   * From what a loss can be taken: the lines of the same money first, then the others of the terms,
   * then those of the period, each newest first.
   */
  List<OpenLine> reversible(TermsRow terms, @Nullable UUID allocationId) {
    Set<OpenLine> found = new LinkedHashSet<>();
    List<OpenLine> own = newestFirst(terms.id());
    own.stream()
        .filter(line -> allocationId != null && allocationId.equals(line.allocationId()))
        .forEach(found::add);
    found.addAll(own);
    UUID pool = terms.decided().poolId();
    if (pool != null) {
      readLines(pool);
      termsOfPool.getOrDefault(pool, Set.of()).forEach(id -> found.addAll(newestFirst(id)));
    }
    return List.copyOf(found);
  }

  private void readLines(UUID pool) {
    if (poolsRead.add(pool)) {
      Set<UUID> known = new HashSet<>(linesOfTerms.keySet());
      for (OpenLine line : linesOfPool.apply(pool)) {
        termsOfPool.computeIfAbsent(pool, unused -> new LinkedHashSet<>()).add(line.termsId());
        if (!known.contains(line.termsId())) {
          of(line.termsId()).add(line);
        }
      }
    }
  }

  private List<OpenLine> newestFirst(UUID termsId) {
    List<OpenLine> lines =
        new ArrayList<>(
            linesOfTerms.getOrDefault(termsId, List.of()).stream()
                .filter(line -> line.open() > 0)
                .toList());
    Collections.reverse(lines);
    return lines;
  }

  private List<OpenLine> of(UUID termsId) {
    return linesOfTerms.computeIfAbsent(termsId, unused -> new ArrayList<>());
  }

  /**
   * Who had money come for whom.
   *
   * @param partnerId who earns
   * @param customerId who pays
   */
  record PartnerCustomer(UUID partnerId, UUID customerId) {}
}
