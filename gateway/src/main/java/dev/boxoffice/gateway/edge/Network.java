package dev.boxoffice.gateway.edge;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/** A block of addresses: {@code 10.0.0.0/8}, {@code fd00::/8}, or one address. */
record Network(InetAddress base, int prefixBits) {
  Network {
    if (prefixBits < 0 || prefixBits > base.getAddress().length * 8) {
      throw new IllegalArgumentException("no such prefix length: " + prefixBits);
    }
  }

  /** Also how Spring reads it from the configuration. */
  public static Network valueOf(String text) {
    int slash = text.indexOf('/');
    InetAddress base = address(slash < 0 ? text : text.substring(0, slash));
    if (base == null) {
      throw new IllegalArgumentException("not an address or network: " + text);
    }
    int all = base.getAddress().length * 8;
    return new Network(base, slash < 0 ? all : Integer.parseInt(text.substring(slash + 1)));
  }

  /** An address from its digits; a name is never looked up. */
  static @Nullable InetAddress address(String text) {
    try {
      return InetAddress.ofLiteral(text);
    } catch (IllegalArgumentException _) {
      return null;
    }
  }

  boolean contains(InetAddress address) {
    byte[] mine = base.getAddress();
    byte[] other = address.getAddress();
    if (mine.length != other.length) {
      return false;
    }
    for (int bit = 0; bit < prefixBits; bit++) {
      int mask = 0x80 >> (bit % 8);
      if ((mine[bit / 8] & mask) != (other[bit / 8] & mask)) {
        return false;
      }
    }
    return true;
  }
}
