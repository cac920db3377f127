/**
 * The browser client, served as it lies in {@code web/}: no build step, one page, plain modules.
 *
 * <p>The files are read once. What the page loads has a version in its path, so that browsers keep
 * it for good and a new version is never mixed with an old one.
 */
@NullMarked
@CheckReturnValue
package dev.boxoffice.gateway.web;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
