package dev.boxoffice.seat.allocation.load;

import java.util.Collection;
import java.util.List;
import org.springframework.transaction.TransactionStatus;

/**
 * What is done for several requests at once, in one transaction.
 *
 * @param <R> a request
 * @param <A> its answer
 */
public interface Batch<R, A> {
  /** What all requests of a batch have in common, such as a show. */
  Object laneOf(R request);

  /** What no other request may touch at the same time, in this batch or in another. */
  Collection<?> keysOf(R request);

  /**
   * Does it, in a transaction that has just begun.
   *
   * @return an answer to each request, in their order
   */
  List<A> carryOut(TransactionStatus transaction, List<R> requests);

  /** Tells others of it, after the commit and before anybody is answered. */
  void tell(List<A> answers);
}
