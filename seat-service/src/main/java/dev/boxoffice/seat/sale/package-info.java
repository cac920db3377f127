/**
 * When and on what terms a show's seats are sold: shows heard of from the catalogue become seats
 * here.
 */
@NullMarked
@CheckReturnValue
package dev.boxoffice.seat.sale;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
