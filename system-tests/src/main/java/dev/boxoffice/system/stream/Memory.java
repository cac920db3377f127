package dev.boxoffice.system.stream;

import java.util.List;

/** What all instances together have in use after a collection. */
record Memory(long heapBytes, long directBytes) {

  static Memory of(StreamSystem system) {
    List<Long> pids = system.pids();
    long heap = 0;
    long direct = 0;
    for (int i = 0; i < pids.size(); i++) {
      heap += ProcessCost.heapBytes(pids.get(i));
      direct += ProcessCost.directBytes(system.instance(i));
    }
    return new Memory(heap, direct);
  }

  Memory minus(Memory other) {
    return new Memory(heapBytes - other.heapBytes, directBytes - other.directBytes);
  }
}
