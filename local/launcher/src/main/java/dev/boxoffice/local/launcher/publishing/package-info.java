/**
 * What an organiser does over HTTP, done by a program: venues, events and shows are sent through
 * the gateway like anybody's. An {@link dev.boxoffice.local.launcher.publishing.EventListing} that
 * was published before is known by the key in its event's metadata and is not published again.
 */
@NullMarked
@CheckReturnValue
package dev.boxoffice.local.launcher.publishing;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
