package dev.boxoffice.seat.allocation.claims;

import io.lettuce.core.RedisURI;
import io.lettuce.core.StaticCredentialsProvider;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where seats are claimed.
 *
 * @param nodes independent Redis servers of which a majority refuses, as {@code host:port} or
 *     {@code redis://…}; none for the Redis, or the cluster, that everything else asks
 * @param password of those nodes whose address has none
 * @param waitAtMost how long a node may take to answer; then it counts as away
 * @param bySectionFrom from so many seats on, a show's claims are spread over a cluster by section;
 *     without a number none are. The same on all instances
 */
@Validated
@ConfigurationProperties("boxoffice.seat.locks")
record LockSettings(
    @DefaultValue List<String> nodes,
    @Nullable String password,
    @DefaultValue("PT0.2S") @DurationMin(millis = 1) Duration waitAtMost,
    @Nullable @Positive Integer bySectionFrom) {

  LockSettings {
    nodes = List.copyOf(nodes);
    if (nodes.stream().map(LockSettings::uri).map(LockSettings::place).distinct().count()
        != nodes.size()) {
      throw new IllegalArgumentException("a node that is named twice would vote twice");
    }
    if (nodes.size() == 2) {
      throw new IllegalArgumentException(
          "of two nodes both are a majority: losing either would lose all claims");
    }
  }

  /** The nodes' addresses, with what it takes to be let in. */
  List<RedisURI> addresses() {
    return nodes.stream().map(this::address).toList();
  }

  private RedisURI address(String node) {
    RedisURI address = uri(node);
    address.setTimeout(waitAtMost);
    if (password != null && !node.contains("@")) {
      address.setCredentialsProvider(new StaticCredentialsProvider(null, password.toCharArray()));
    }
    return address;
  }

  private static RedisURI uri(String node) {
    return RedisURI.create(node.contains("://") ? node : "redis://" + node);
  }

  private static String place(RedisURI node) {
    return node.getHost() + ":" + node.getPort();
  }

  @Override
  public String toString() {
    return "LockSettings[nodes=" + nodes.size() + ", bySectionFrom=" + bySectionFrom + "]";
  }
}
