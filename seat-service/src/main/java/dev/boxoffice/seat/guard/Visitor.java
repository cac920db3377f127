package dev.boxoffice.seat.guard;

import dev.boxoffice.defaults.problem.MalformedRequestException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who asks for seats, as far as it can be seen.
 *
 * @param userId the token's subject
 * @param address where the call came from, by the gateway's word
 * @param deviceId what the client calls its device, if it says
 * @param solution the answer to a challenge, if there is one; not checked yet
 */
public record Visitor(
    String userId, InetAddress address, @Nullable String deviceId, @Nullable String solution) {
  /** The part of an IPv6 address that one subscriber is given whole. */
  private static final int SUBSCRIBER_BYTES = 8;

  private static final Pattern DEVICE_ID = Pattern.compile("[\\x21-\\x7e]{1,128}");

  /**
   * A visitor from what a request says.
   *
   * @throws MalformedRequestException if the device's name is no name
   */
  public static Visitor of(
      String userId, String address, @Nullable String deviceId, @Nullable String solution) {
    if (deviceId != null && !DEVICE_ID.matcher(deviceId).matches()) {
      throw new MalformedRequestException(
          "X-Device-Id", "must be 1 to 128 visible ASCII characters");
    }
    return new Visitor(userId, InetAddress.ofLiteral(address), deviceId, solution);
  }

  /** What limits count addresses by: an IPv4 address, or the IPv6 network of one subscriber. */
  String network() {
    return address instanceof Inet6Address
        ? HexFormat.of().formatHex(address.getAddress(), 0, SUBSCRIBER_BYTES)
        : address.getHostAddress();
  }
}
