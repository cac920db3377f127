/**
 * Holds what tests were answered, and what was published meanwhile, against {@code contracts/}.
 *
 * <p>A test's client passes every exchange to {@link dev.boxoffice.contract.ApiContract}; an answer
 * that the OpenAPI description does not allow fails the test that asked. A field that is not
 * described fails as well: a description that says less than the service is as wrong as one that
 * says more. Only where a schema says {@code additionalProperties: true} may there be others.
 */
@NullMarked
@CheckReturnValue
package dev.boxoffice.contract;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
