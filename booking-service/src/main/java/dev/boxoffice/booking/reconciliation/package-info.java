/**
 * Our books against the provider's. Every purchase and refund settles its own outcome; this looks
 * whether all of them together did, and finds what nobody asked for. It changes no booking: what it
 * finds, a person looks at.
 */
@NullMarked
@CheckReturnValue
package dev.boxoffice.booking.reconciliation;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
