package dev.boxoffice.system.crash;

import dev.boxoffice.system.client.Http;
import dev.boxoffice.system.client.Show;
import dev.boxoffice.system.race.Arena;
import dev.boxoffice.system.race.Client;
import dev.boxoffice.system.race.Crowd;
import dev.boxoffice.system.race.Inspection;
import dev.boxoffice.system.race.OperationLog;
import dev.boxoffice.system.race.ReadHistory;
import dev.boxoffice.system.race.history.BookingRecord;
import dev.boxoffice.system.race.history.Command;
import dev.boxoffice.system.race.history.Operation;
import dev.boxoffice.system.race.history.Told;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A show of its own, sold and given back by a booking-service that halts in the middle. */
public final class CrashSale implements AutoCloseable {
  private static final int SEATS_EACH = 2;

  /** Even, so that nobody's pair leaves a single seat. */
  private static final int SEATS_PER_ROW = 12;

  private static final int TRIES_MAX = 10;
  private static final Duration RUNS_END_WITHIN = Duration.ofSeconds(60);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

  /** A hold whose end is still to be found out is in nobody's way. */
  private static final String RUNS = "select count(*) from booking.work where kind <> 'HOLD_CHECK'";

  private final HaltingBooking booking;
  private final Arena arena;
  private final Clock clock;
  private final boolean inTime;
  private final Http http = new Http();
  private final OperationLog log;
  private final BankVisits bank;
  private final Show show;
  private final AtomicInteger next = new AtomicInteger();
  private final List<Order> orders = new ArrayList<>();

  /**
   * Puts the show on sale.
   *
   * @param cases at most so many
   * @param inTime whether holds are for so long that a process is back before they end
   */
  public CrashSale(HaltingBooking booking, int cases, Path logFile, boolean inTime, Clock clock) {
    this.booking = booking;
    this.arena = booking.arena();
    this.clock = clock;
    this.inTime = inTime;
    this.log = new OperationLog(logFile, clock);
    this.bank = new BankVisits(arena.database());
    int rows = cases * SEATS_EACH / SEATS_PER_ROW + 1;
    this.show = arena.publishShow(http, clock).publish(rows, SEATS_PER_ROW);
  }

  /** What a buyer asks for while the process dies; a booking is there before if it is cancelled. */
  private record Order(CrashCase crash, Client buyer, UUID holdId, @Nullable UUID bookingId) {
    UUID process() {
      return bookingId == null ? holdId : bookingId;
    }

    Operation ask(String key) {
      return buyer.ask(
          0,
          bookingId == null
              ? new Command.Confirm(holdId, crash.card(), key)
              : new Command.Cancel(bookingId, List.of(), key));
    }

    /** The key of the request in which the process dies. */
    String key() {
      return "dies-" + process();
    }

    boolean isMeant(String violation) {
      return violation.contains(holdId.toString())
          || (bookingId != null && violation.contains(bookingId.toString()));
    }
  }

  /**
   * Has all of these under way until each is at its point, halts there and starts again.
   *
   * @return those that did not get to their points; if there are any, the process was killed
   */
  public List<CrashCase> halt(List<CrashCase> cases) {
    List<Order> placed =
        Crowd.together(cases.stream().<Callable<Order>>map(crash -> () -> place(crash)).toList());
    orders.addAll(placed);
    booking.plan(
        placed.stream().collect(Collectors.toMap(Order::process, it -> it.crash().point())));
    Set<UUID> missed;
    try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Order order : placed) {
        people.execute(
            () -> {
              Operation _ = order.ask(order.key());
            });
      }
      missed = booking.awaitHalt(bank::visit);
    }
    booking.startAgain();
    return placed.stream()
        .filter(order -> missed.contains(order.process()))
        .map(Order::crash)
        .toList();
  }

  private Order place(CrashCase crash) {
    int number = next.getAndIncrement();
    String name = "crash-" + number;
    Client buyer = new Client(arena, http, log, show, name, arena.system().tokens().mint(name));
    List<UUID> seats =
        show.seatIds().subList(number * SEATS_EACH, number * SEATS_EACH + SEATS_EACH);
    Operation held = buyer.ask(number % 2, new Command.Hold(seats, null));
    UUID holdId = granted(held).id();
    switch (crash.story()) {
      case SATISFIES_THE_BANK -> bank.expect(holdId, true);
      case FAILS_AT_THE_BANK -> bank.expect(holdId, false);
      case PAYS, IS_DECLINED, CANNOT_BE_CAPTURED, CANCELS -> {}
    }
    boolean cancels = crash.story() == Story.CANCELS;
    return new Order(crash, buyer, holdId, cancels ? paid(buyer, holdId, crash.card()) : null);
  }

  private static UUID paid(Client buyer, UUID holdId, String card) {
    Command.Confirm confirm = new Command.Confirm(holdId, card, null);
    Operation asked = buyer.ask(0, confirm);
    for (int tries = 1; !asked.isOk() && tries < TRIES_MAX; tries++) {
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
      asked = buyer.ask(0, confirm);
    }
    return granted(asked).id();
  }

  private static Told.Grant granted(Operation operation) {
    if (!operation.isOk()) {
      throw new IllegalStateException("refused: " + operation);
    }
    return Objects.requireNonNull(operation.told().grant());
  }

  /**
   * Lets what is under way come to its end, asks for everything again under the same keys, and says
   * what is wrong then. May be asked again later: a key whose request died with its process is free
   * only after a minute.
   */
  public List<String> check() throws SQLException, IOException {
    awaitEndOfRuns();
    List<Callable<List<Operation>>> repetitions = new ArrayList<>();
    for (Order order : orders) {
      String fresh = "again-" + UUID.randomUUID();
      repetitions.add(
          () -> List.of(order.ask(order.key()), order.ask(order.key()), order.ask(fresh)));
    }
    List<Operation> last =
        new ArrayList<>(Crowd.together(repetitions).stream().flatMap(List::stream).toList());
    for (Order order : orders) {
      last.add(order.buyer().ask(0, new Command.Release(order.holdId())));
    }
    List<String> found = new ArrayList<>();
    last.stream()
        .filter(operation -> operation.told().status() == 0)
        .forEach(operation -> found.add("no answer: " + operation));
    new Inspection(arena, http, show, clock)
        .atRest(log.operations())
        .forEach(violation -> found.add(withCase(violation.toString())));
    found.addAll(otherEnds());
    return found;
  }

  private void awaitEndOfRuns() throws SQLException {
    Instant deadline = clock.instant().plus(RUNS_END_WITHIN);
    try (Connection connection = arena.database().admin();
        PreparedStatement count = connection.prepareStatement(RUNS)) {
      while (clock.instant().isBefore(deadline)) {
        bank.visit();
        try (ResultSet row = count.executeQuery()) {
          if (row.next() && row.getLong(1) == 0) {
            return;
          }
        }
        LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
      }
    }
  }

  private String withCase(String violation) {
    return orders.stream()
            .filter(order -> order.isMeant(violation))
            .map(order -> order.crash() + ": ")
            .collect(Collectors.joining())
        + violation;
  }

  private List<String> otherEnds() throws SQLException {
    Map<UUID, BookingRecord> bookings =
        new ReadHistory(arena.database())
            .now(show).bookings().stream()
                .collect(Collectors.toMap(BookingRecord::holdId, Function.identity()));
    List<String> found = new ArrayList<>();
    for (Order order : orders) {
      BookingRecord booking = bookings.get(order.holdId());
      if (booking == null || !order.crash().ends(inTime).contains(booking.status())) {
        found.add(order.crash() + ": ends as " + booking);
      }
    }
    return found;
  }

  @Override
  public void close() {
    log.close();
  }
}
