/** Who may call: bearer tokens of an OIDC issuer, checked by every service for itself. */
@NullMarked
@CheckReturnValue
package dev.boxoffice.defaults.security;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
