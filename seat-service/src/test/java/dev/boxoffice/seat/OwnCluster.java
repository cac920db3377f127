package dev.boxoffice.seat;

import io.lettuce.core.cluster.SlotHash;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** A Redis Cluster of a test's own: three masters, each with a third of the slots. */
public final class OwnCluster {
  private static final int MASTERS = 3;

  private final List<OwnRedis> masters;

  private OwnCluster(List<OwnRedis> masters) {
    this.masters = List.copyOf(masters);
  }

  public static OwnCluster start() {
    OwnCluster cluster =
        new OwnCluster(
            Stream.generate(
                    () ->
                        OwnRedis.start(
                            "cluster-enabled yes",
                            "cluster-node-timeout 1000",
                            // One dead master is no reason for the others to answer nobody.
                            "cluster-require-full-coverage no"))
                .limit(MASTERS)
                .toList());
    cluster.join();
    return cluster;
  }

  public OwnRedis master(int index) {
    return masters.get(index);
  }

  /** Starts a master again that has been killed; it takes its place among the others. */
  public void startAgain(int index) {
    masters.get(index).startAgain();
    awaitAll();
  }

  /** As {@code host:port}, joined by commas. */
  public String addresses() {
    return masters.stream().map(OwnRedis::address).collect(Collectors.joining(","));
  }

  /** Which master has the keys with these words in braces. */
  public static int masterOf(String tag) {
    return SlotHash.getSlot(tag) * MASTERS / SlotHash.SLOT_COUNT;
  }

  private void join() {
    for (int n = 0; n < MASTERS; n++) {
      int index = n;
      int[] slots =
          IntStream.range(0, SlotHash.SLOT_COUNT)
              .filter(slot -> slot * MASTERS / SlotHash.SLOT_COUNT == index)
              .toArray();
      var _ = master(n).ask(redis -> redis.clusterAddSlots(slots));
    }
    masters.stream()
        .skip(1)
        .forEach(
            master -> {
              var _ = master.ask(redis -> redis.clusterMeet("127.0.0.1", master(0).port()));
            });
    awaitAll();
  }

  private void awaitAll() {
    Awaitility.await("the masters know each other")
        .until(() -> masters.stream().allMatch(OwnCluster::isComplete));
  }

  private static boolean isComplete(OwnRedis master) {
    String info = master.ask(redis -> redis.clusterInfo());
    return info.contains("cluster_state:ok") && info.contains("cluster_known_nodes:" + MASTERS);
  }
}
