package dev.boxoffice.gateway.routing;

import java.util.Set;
import org.springframework.http.HttpMethod;

/** What the table of public calls says about a method and a path. */
public sealed interface CallMatch {
  record Found(Call call) implements CallMatch {}

  /** The path exists, for other methods. */
  record OtherMethods(Set<HttpMethod> allowed) implements CallMatch {
    public OtherMethods {
      allowed = Set.copyOf(allowed);
    }
  }

  record UnknownPath() implements CallMatch {}
}
