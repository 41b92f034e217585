package com.dotmac.platform.domain.partners.exports;

import com.dotmac.platform.domain.partners.statements.MetricsPeriod;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to be exported.
 *
 * @param kind what
 * @param partnerId of whom; {@code null}: of all partners
 * @param period when its facts happened
 */
public record ExportWish(ExportKind kind, @Nullable UUID partnerId, MetricsPeriod period) {}
