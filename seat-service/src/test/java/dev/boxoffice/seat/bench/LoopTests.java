package dev.boxoffice.seat.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The loops, with seats that nobody but a set looks after. */
class LoopTests {
  private static final Duration LONG = Duration.ofMinutes(1);

  private final SetOfSeats seats = new SetOfSeats();
  private final Lot lot = Lot.random(new SplittableRandom(1), 100, 300);

  @Test
  void sellsAWholeLotAndCountsWhatBuyersWereTold() {
    Tally tally =
        new ClosedLoop(Load.HOT, 2, 8, new SplittableRandom(2)).run(seats, lot, LONG).tally();

    assertThat(lot.onSale()).isNull();
    assertThat(tally.granted().count() * 2)
        .isEqualTo(seats.held.size())
        .isGreaterThanOrEqualTo(180);
    assertThat(tally.refused().count()).isPositive();
    assertThat(tally.failed()).isZero();
    assertThat(seats.open).isEmpty();
  }

  @Test
  void endsWhenTheTimeIsOver() {
    Tally tally =
        new ClosedLoop(Load.UNIFORM, 2, 1, new SplittableRandom(2))
            .run(seats, lot, Duration.ofNanos(1))
            .tally();

    assertThat(tally.granted().count()).isEqualTo(1);
  }

  @Test
  void asksAtASteadyRateForSeatsThatNobodyElseWants() {
    Tally tally = new OpenLoop(2, 4, 1_000).run(seats, lot, Duration.ofMillis(50)).tally();

    assertThat(tally.granted().count()).isEqualTo(50);
    assertThat(tally.refused().count()).isZero();
    assertThat(seats.open).isEmpty();
  }

  private static final class SetOfSeats implements Contender {
    private final Set<Object> held = ConcurrentHashMap.newKeySet();
    private final Set<Client> open = ConcurrentHashMap.newKeySet();

    @Override
    public void prepare(Lot lot) {}

    @Override
    public Client client() {
      Client client =
          new Client() {
            @Override
            public synchronized Answer hold(Show show, int user, int[] wanted) {
              synchronized (held) {
                boolean free = IntStream.of(wanted).mapToObj(show::seat).noneMatch(held::contains);
                if (free) {
                  IntStream.of(wanted).mapToObj(show::seat).forEach(held::add);
                }
                return free ? Answer.GRANTED : Answer.REFUSED;
              }
            }

            @Override
            public void close() {
              open.remove(this);
            }
          };
      open.add(client);
      return client;
    }
  }
}
