package dev.boxoffice.gateway.edge;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;

/** Finds out from which address a call really comes. */
@Component
final class ClientAddress {
  /** The part of an IPv6 address that one subscriber is given whole. */
  private static final int SUBSCRIBER_BYTES = 8;

  private final List<Network> trustedProxies;

  ClientAddress(EdgeSettings settings) {
    this.trustedProxies = settings.trustedProxies();
  }

  /**
   * The socket's other end; or, while that is a proxy we trust, the address that it says it got the
   * call from. What an untrusted end claims is never read.
   */
  InetAddress of(ServerHttpRequest request) {
    InetSocketAddress remote = request.getRemoteAddress();
    InetAddress address = remote == null ? InetAddress.getLoopbackAddress() : remote.getAddress();
    if (!trusted(address)) {
      return address;
    }
    List<String> hops =
        request.getHeaders().getOrEmpty("X-Forwarded-For").stream()
            .flatMap(value -> List.of(value.split(",", -1)).stream())
            .map(String::strip)
            .toList();
    for (String hop : hops.reversed()) {
      InetAddress next = Network.address(hop);
      if (next == null) {
        return address;
      }
      address = next;
      if (!trusted(address)) {
        return address;
      }
    }
    return address;
  }

  /** What limits count by: an IPv4 address, or the IPv6 network of one subscriber. */
  static String key(InetAddress address) {
    return address instanceof Inet6Address
        ? HexFormat.of().formatHex(address.getAddress(), 0, SUBSCRIBER_BYTES)
        : address.getHostAddress();
  }

  private boolean trusted(InetAddress address) {
    return trustedProxies.stream().anyMatch(network -> network.contains(address));
  }
}
