package dev.boxoffice.gateway.sharing;

import dev.boxoffice.gateway.sharing.Origin.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * One answer as it comes in, which takes room before it takes memory. It may be ended, because it
 * took too long, while a part of it arrives.
 */
final class Gathering {
  /** About what a question takes before anything of its answer is there. */
  static final int AT_FIRST_BYTES = 16 * 1024;

  /** The parts, and the whole that is made of them. */
  private static final int COPIES = 2;

  private final Semaphore room;
  private final int answerBytesMax;
  private final List<byte[]> parts = new ArrayList<>();
  private int size;
  private int taken;
  private boolean ended;

  /**
   * An answer of which nothing is there yet.
   *
   * @param room bytes that all answers on their way may take together
   */
  Gathering(Semaphore room, int answerBytesMax) {
    this.room = room;
    this.answerBytesMax = answerBytesMax;
  }

  /** Takes room for an answer of so many bytes in all; if it cannot, what to say of it. */
  synchronized @Nullable Reply makeRoomFor(long bytes) {
    if (bytes > answerBytesMax) {
      return new Reply.TooLarge();
    }
    int more = AT_FIRST_BYTES + COPIES * (int) bytes - taken;
    if (more <= 0) {
      return null;
    }
    if (ended || !room.tryAcquire(more)) {
      return new Reply.NoRoom();
    }
    taken += more;
    return null;
  }

  /** Adds what came; if there is no room for it, what to say of the answer. */
  synchronized @Nullable Reply add(byte[] part) {
    Reply refusal = makeRoomFor((long) size + part.length);
    if (refusal == null) {
      parts.add(part);
      size += part.length;
    }
    return refusal;
  }

  synchronized byte[] whole() {
    byte[] whole = new byte[size];
    int at = 0;
    for (byte[] part : parts) {
      System.arraycopy(part, 0, whole, at, part.length);
      at += part.length;
    }
    return whole;
  }

  synchronized void end() {
    ended = true;
    parts.clear();
    size = 0;
    room.release(taken);
    taken = 0;
  }
}
