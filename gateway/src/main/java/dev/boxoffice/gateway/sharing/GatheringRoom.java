package dev.boxoffice.gateway.sharing;

/**
 * The memory that answers on their way may take, all together. Those that are kept are bounded by
 * themselves.
 */
final class GatheringRoom {
  private long left;

  GatheringRoom(long bytesMax) {
    this.left = bytesMax;
  }

  /** False if there is not so much left; then nothing is taken. */
  synchronized boolean take(long bytes) {
    if (bytes > left) {
      return false;
    }
    left -= bytes;
    return true;
  }

  synchronized void giveBack(long bytes) {
    left += bytes;
  }
}
