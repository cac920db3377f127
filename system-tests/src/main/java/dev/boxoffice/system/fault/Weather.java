package dev.boxoffice.system.fault;

import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/** The condition that all wires of a proxy are in. */
final class Weather {
  private final ReentrantLock lock = new ReentrantLock();
  private final java.util.concurrent.locks.Condition changed = lock.newCondition();
  private Condition now = new Condition.Sound();

  void become(Condition condition) {
    lock.lock();
    try {
      now = condition;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Returns when bytes may go on, and whether they may: an answer may be lost instead. */
  boolean lets(Wire.Direction direction) throws InterruptedException {
    return switch (afterTheHole()) {
      case Condition.Sound _, Condition.BlackHole _ -> true;
      case Condition.Slow(var by) -> {
        LockSupport.parkNanos(by.toNanos());
        yield true;
      }
      case Condition.AnswersSwallowed _ -> direction == Wire.Direction.REQUEST;
    };
  }

  private Condition afterTheHole() throws InterruptedException {
    lock.lock();
    try {
      while (now instanceof Condition.BlackHole) {
        changed.await();
      }
      return now;
    } finally {
      lock.unlock();
    }
  }
}
