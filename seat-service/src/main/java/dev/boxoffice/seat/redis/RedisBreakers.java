package dev.boxoffice.seat.redis;

import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.cluster.SlotHash;
import io.lettuce.core.cluster.models.partitions.RedisClusterNode;
import java.time.Clock;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.stereotype.Component;

/**
 * The breaker of the server that has a key: of the one Redis or, in a cluster, of the key's master,
 * so that one dead master is nothing to those who ask for what others have.
 */
@Component
public class RedisBreakers {
  private final RedisBreaker whole;
  private final LettuceConnectionFactory redis;
  private final Clock clock;
  private final ConcurrentMap<String, RedisBreaker> masters = new ConcurrentHashMap<>();

  /** Set by the first answer: the client has then learned which master has which slots. */
  private volatile boolean slotsKnown;

  public RedisBreakers(RedisBreaker whole, LettuceConnectionFactory redis, Clock clock) {
    this.whole = whole;
    this.redis = redis;
    this.clock = clock;
  }

  /** Asks the server that has the key, or gives the other answer if it is away. */
  public <T> T ask(String key, Supplier<T> question, T ifAway) {
    if (!redis.isClusterAware()) {
      return whole.ask(question, ifAway);
    }
    if (slotsKnown) {
      return ofMaster(key).ask(question, ifAway);
    }
    return whole.ask(
        () -> {
          T answer = question.get();
          slotsKnown = true;
          return answer;
        },
        ifAway);
  }

  private RedisBreaker ofMaster(String key) {
    RedisClusterClient client = (RedisClusterClient) redis.getRequiredNativeClient();
    RedisClusterNode master = client.getPartitions().getPartitionBySlot(SlotHash.getSlot(key));
    if (master == null) {
      return whole;
    }
    return masters.computeIfAbsent(
        master.getNodeId(),
        _ ->
            new RedisBreaker(
                "Redis at " + master.getUri().getHost() + ":" + master.getUri().getPort(), clock));
  }
}
