/**
 * A small service that uses everything in service-defaults, so that it is tested as a service would
 * use it.
 */
@NullMarked
@CheckReturnValue
package dev.boxoffice.defaults.sample;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
