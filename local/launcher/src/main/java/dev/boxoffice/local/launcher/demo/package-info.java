/**
 * The catalogue that a new system starts with, so that there is something to look at and to buy:
 * houses, events and people that exist nowhere, in {@code demo/catalogue.json}.
 */
@NullMarked
@CheckReturnValue
package dev.boxoffice.local.launcher.demo;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
