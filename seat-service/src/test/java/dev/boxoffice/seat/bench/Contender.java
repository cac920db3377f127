package dev.boxoffice.seat.bench;

/** A way to hold seats. */
interface Contender {
  /** Makes the seats of a lot, all of them free, and nothing else. */
  void prepare(Lot lot);

  /** What one of the clients at once needs for itself; it asks one thing at a time. */
  Client client();

  /** Somebody who asks for seats. */
  interface Client extends AutoCloseable {
    Answer hold(Show show, int user, int[] seats);

    @Override
    default void close() {}
  }
}
