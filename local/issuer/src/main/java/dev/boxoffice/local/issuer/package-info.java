/**
 * The OIDC issuer of the local stack: people sign in on its pages, services with their secrets.
 *
 * <p>Any OIDC issuer may take its place; the services know only its URL, its keys and the claims
 * {@code sub}, {@code aud}, {@code roles} and {@code email}. It has no database: users are a file,
 * codes and sessions live in memory, because a restart costs a local user one more sign-in.
 */
@NullMarked
@CheckReturnValue
package dev.boxoffice.local.issuer;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
