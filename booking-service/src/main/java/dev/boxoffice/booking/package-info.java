/**
 * Money and the purchase: a hold becomes a paid booking, and a booking becomes money back.
 *
 * <p>This package holds the values that all features speak in.
 */
@NullMarked
@CheckReturnValue
package dev.boxoffice.booking;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
