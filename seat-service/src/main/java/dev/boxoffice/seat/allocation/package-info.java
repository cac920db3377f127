/**
 * The only code that changes a seat's state.
 *
 * <p>Postgres grants, Redis refuses early. A hold first claims its seats in Redis (all or none,
 * owner is the hold), so that a loser is told in one round trip; the winners are then written in
 * batches, by guarded updates whose row count must be the number of seats. Redis may lose
 * everything at any moment: that costs speed, never a seat.
 *
 * <p>Here is what changes seats, with the ledgers of its tables; around it, by what they know of
 * each other: the words ({@code hold}), early refusals ({@code claims}), bounds ({@code load}), the
 * door ({@code admission}) and the seat rules ({@code rules}, on what {@code house} reads) below;
 * best seats, counts, upkeep and the edge above.
 *
 * <p>Transactions lock in one order: buyers' rows, then holds, then seats, each in key order. What
 * outside readers need to know is published as {@link
 * dev.boxoffice.seat.allocation.hold.SeatsChanged} after the commit.
 */
@NullMarked
@CheckReturnValue
package dev.boxoffice.seat.allocation;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
