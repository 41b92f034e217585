package com.dotmac.platform.domain.partners;

import com.dotmac.platform.domain.shared.Money;
import java.time.Instant;

/**
 * What a partner brought in a window.
 *
 * @param from first instant of the window
 * @param to first instant after it
 * @param collected what his customers paid, without tax, less what went back; may be below zero
 * @param customers how many of them paid more than went back
 */
public record TierNumbers(Instant from, Instant to, Money collected, long customers) {}
