package dev.boxoffice.booking.fakes;

import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** Faults to come, by the call they befall. */
final class Faults {

  private final Map<String, Queue<Fault>> coming = new ConcurrentHashMap<>();

  void plan(String call, Fault fault) {
    coming.computeIfAbsent(call, name -> new ConcurrentLinkedQueue<>()).add(fault);
  }

  @Nullable Fault next(String call) {
    var planned = coming.get(call);
    return planned == null ? null : planned.poll();
  }

  void clear() {
    coming.clear();
  }
}
