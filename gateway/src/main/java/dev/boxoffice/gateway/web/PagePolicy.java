package dev.boxoffice.gateway.web;

import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the page may do: run its own scripts, and talk to the gateway and the issuer. */
final class PagePolicy {
  private final String header;

  PagePolicy(URI issuer, List<URI> posterOrigins) {
    this.header =
        String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "font-src 'self'",
            // The code on a ticket comes with a token, so it is shown as data.
            "img-src 'self' data:" + origins(posterOrigins),
            "connect-src 'self'" + origins(List.of(issuer)),
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types 'none'");
  }

  String header() {
    return header;
  }

  private static String origins(List<URI> addresses) {
    return addresses.stream()
        .flatMap(address -> Stream.of(" ", origin(address)))
        .collect(Collectors.joining());
  }

  private static String origin(URI address) {
    return address.getScheme() + "://" + address.getRawAuthority();
  }
}
