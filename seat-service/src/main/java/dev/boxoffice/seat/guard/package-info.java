/**
 * Keeps robots from holding what people want: how often a user, an address and a device may ask for
 * seats, from how many devices a user may, and a proof of work for whoever is refused too often.
 *
 * <p>All instances count together, in Redis, in one round trip: a script for each of user, address
 * and device, sent together. Each has one key tag, so that it is in one slot of a cluster, and sets
 * the expiry of every key that it writes. What a script refuses takes no token from its bucket;
 * since another script of the same trip may have, a user who was told to wait is told so again by
 * this instance until the wait is over ({@link ToldToWait}): whoever does not listen empties nobody
 * else's bucket and costs no trip.
 *
 * <p>Refusals are counted where they are given and travel with their user's next question ({@link
 * Refusals}), so they cost no trip either.
 *
 * <p>Without Redis each instance counts for itself ({@link LocalBuckets}), and asks nobody for a
 * proof of work or about devices: nothing here decides who gets a seat, and the limit on tickets is
 * in Postgres.
 */
@NullMarked
@CheckReturnValue
package dev.boxoffice.seat.guard;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
