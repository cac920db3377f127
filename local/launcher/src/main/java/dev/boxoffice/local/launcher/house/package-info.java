/**
 * Houses that exist nowhere, drawn by rule: each is a seating plan in the open JSON format, as an
 * organiser would draw it with an editor. Rows follow curves, so that a map looks like the house: a
 * {@link dev.boxoffice.local.launcher.house.Fan} for halls with a stage, a {@link
 * dev.boxoffice.local.launcher.house.Bowl} around a field.
 */
@NullMarked
@CheckReturnValue
package dev.boxoffice.local.launcher.house;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
