/**
 * What the tests of every service stand on: real servers, tokens, a client, readers and writers of
 * topics, and the rules of the architecture.
 *
 * <p>The servers are started once a test JVM, only those that the service under test has a client
 * for, and end with the JVM. They are child processes of it, or containers when the environment
 * says {@code BOXOFFICE_TEST_STACK=testcontainers}. Knows no service and no service's defaults.
 */
@NullMarked
@CheckReturnValue
package dev.boxoffice.testing;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
