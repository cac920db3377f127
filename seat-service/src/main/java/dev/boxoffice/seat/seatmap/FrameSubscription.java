package dev.boxoffice.seat.seatmap;

import dev.boxoffice.seat.sale.ShowId;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import jakarta.annotation.PreDestroy;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.stereotype.Component;

/**
 * This instance's one connection for frames, with one subscription for each show watched here. The
 * client renews them after a lost connection; what was missed meanwhile is found by the feeds.
 */
@Component
class FrameSubscription extends RedisPubSubAdapter<String, String> {
  private static final Logger log = LoggerFactory.getLogger(FrameSubscription.class);

  private final LettuceConnectionFactory redis;
  private final ConcurrentMap<String, FrameInbox> inboxes = new ConcurrentHashMap<>();
  private @Nullable StatefulRedisPubSubConnection<String, String> connection;

  FrameSubscription(LettuceConnectionFactory redis) {
    this.redis = redis;
  }

  /** Subscribes to a show's frames. If Redis is away nothing happens, until the next time. */
  synchronized void add(ShowFeed feed) {
    String channel = channel(feed);
    FrameInbox inbox = inboxes.get(channel);
    if (inbox != null && inbox.feed() == feed) {
      return;
    }
    FrameInbox fresh = new FrameInbox(feed);
    try {
      StatefulRedisPubSubConnection<String, String> open = open();
      inboxes.put(channel, fresh);
      var _ =
          open.async()
              .subscribe(channel)
              .whenComplete(
                  (_, refused) -> {
                    if (refused != null) {
                      inboxes.remove(channel, fresh);
                    }
                  });
    } catch (RedisException e) {
      log.debug("No subscription to frames for now", e);
    }
  }

  /** Subscribes to just these shows. */
  synchronized void keep(List<ShowFeed> watched) {
    watched.forEach(this::add);
    Set<String> wanted =
        watched.stream().map(FrameSubscription::channel).collect(Collectors.toSet());
    for (String channel : List.copyOf(inboxes.keySet())) {
      if (!wanted.contains(channel) && connection != null) {
        var _ = connection.async().unsubscribe(channel);
        inboxes.remove(channel);
      }
    }
  }

  @Override
  public void message(String channel, String message) {
    FrameInbox inbox = inboxes.get(channel);
    if (inbox != null) {
      inbox.offer(message);
    }
  }

  /** Ends all subscriptions; the client that made the connection may end after this, too. */
  @PreDestroy
  synchronized void close() {
    if (connection != null) {
      connection.close();
      connection = null;
    }
    inboxes.clear();
  }

  private StatefulRedisPubSubConnection<String, String> open() {
    if (connection == null) {
      connection =
          switch (redis.getRequiredNativeClient()) {
            case RedisClient client -> client.connectPubSub();
            case RedisClusterClient cluster -> cluster.connectPubSub();
            case Object other -> throw new IllegalStateException("no client for Redis: " + other);
          };
      connection.addListener(this);
    }
    return connection;
  }

  private static String channel(ShowFeed feed) {
    ShowId showId = feed.plan().showId();
    return FrameSequence.channel(showId);
  }
}
