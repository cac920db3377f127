package dev.boxoffice.seat.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.boxoffice.seat.TestShows.OpenShow;
import dev.boxoffice.seat.allocation.hold.HoldId;
import dev.boxoffice.seat.allocation.hold.HoldRequest;
import dev.boxoffice.seat.allocation.hold.UserId;
import dev.boxoffice.seat.sale.SeatId;
import dev.boxoffice.seat.sale.Shows;
import dev.boxoffice.testing.TestClient;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Several holds in one transaction, each with its own verdict. */
class HoldBatchTests extends HoldTest {
  private final HoldBatch batch;
  private final Shows terms;
  private final TransactionTemplate transactions;
  private final TransactionTemplate others;

  HoldBatchTests(
      TestClient client,
      Shows shows,
      Clock clock,
      JdbcClient jdbc,
      StringRedisTemplate redis,
      HoldBatch batch,
      PlatformTransactionManager manager) {
    super(client, shows, clock, jdbc, redis);
    this.batch = batch;
    this.terms = shows;
    this.transactions = new TransactionTemplate(manager);
    this.others = new TransactionTemplate(manager);
    this.others.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  @Test
  void whoeverLosesCostsTheOthersNothing() {
    OpenShow show = shows.open(3);
    String zoes = hold("zoe", show, 2).expect(201).field("holdId");

    List<HoldVerdict> verdicts =
        carryOut(
            order("asha", show, 0, 1),
            order("ben", show, 2, 3),
            order("chitra", show, 10, 11, 12, 13, 14, 15, 16),
            order("dev", show, 4));

    assertThat(verdicts.get(0)).isInstanceOf(HoldVerdict.Held.class);
    assertThat(verdicts.get(1))
        .isInstanceOfSatisfying(
            HoldVerdict.Taken.class,
            taken -> {
              assertThat(taken.seatIds()).containsExactly(show.base().seat(2));
              assertThat(taken.owners().get(show.base().seat(2))).hasToString(zoes);
            });
    assertThat(verdicts.get(2)).isEqualTo(new HoldVerdict.OverLimit(0, List.of()));
    assertThat(verdicts.get(3)).isInstanceOf(HoldVerdict.Held.class);
    hold("ben", show, 3, 5, 6, 7, 8, 9).expect(201);
    assertThat(violations(show)).isEmpty();
  }

  @Test
  void changesNothingWhenEverybodyLoses() {
    OpenShow show = shows.open(1);
    hold("zoe", show, 2).expect(201);

    List<HoldVerdict> verdicts = carryOut(order("asha", show, 2), order("ben", show, 1, 2));

    assertThat(verdicts).hasOnlyElementsOfType(HoldVerdict.Taken.class);
    assertThat(
            jdbc.sql("select count(*) from buyer_seats where show_id = :show")
                .param("show", show.showId().value())
                .query(Integer.class)
                .single())
        .isEqualTo(1);
    assertThat(violations(show)).isEmpty();
  }

  @Test
  void waitsForNoSeatThatSomebodyIsChanging() {
    OpenShow show = shows.open(1);

    List<HoldVerdict> verdicts =
        whileLocked(
            show.base().seat(1), () -> carryOut(order("asha", show, 0, 1), order("ben", show, 2)));

    assertThat(verdicts.get(0)).isEqualTo(new HoldVerdict.Locked());
    assertThat(verdicts.get(1)).isInstanceOf(HoldVerdict.Held.class);
    hold("asha", show, 0, 1).expect(201);
    assertThat(violations(show)).isEmpty();
  }

  private List<HoldVerdict> carryOut(HoldOrder... orders) {
    List<HoldVerdict> verdicts =
        others.execute(transaction -> batch.carryOut(transaction, Arrays.asList(orders)));
    if (verdicts == null) {
      throw new IllegalStateException("no verdicts");
    }
    return verdicts;
  }

  private List<HoldVerdict> whileLocked(SeatId seatId, Supplier<List<HoldVerdict>> work) {
    List<HoldVerdict> verdicts =
        transactions.execute(
            _ -> {
              int locked =
                  jdbc.sql("select version from seat_state where seat_id = :seat for update")
                      .param("seat", seatId.value())
                      .query(Integer.class)
                      .single();
              assertThat(locked).isNotNegative();
              return work.get();
            });
    if (verdicts == null) {
      throw new IllegalStateException("no verdicts");
    }
    return verdicts;
  }

  private HoldOrder order(String user, OpenShow show, int... seats) {
    List<SeatId> seatIds = Arrays.stream(seats).mapToObj(show.base()::seat).toList();
    return new HoldOrder(
        HoldId.random(),
        new HoldRequest(show.showId(), new UserId(user), seatIds, null),
        terms.find(show.showId()).orElseThrow(),
        null);
  }
}
