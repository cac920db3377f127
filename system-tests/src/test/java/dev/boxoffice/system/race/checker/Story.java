package dev.boxoffice.system.race.checker;

import dev.boxoffice.system.race.history.Account;
import dev.boxoffice.system.race.history.BookingRecord;
import dev.boxoffice.system.race.history.Command;
import dev.boxoffice.system.race.history.History;
import dev.boxoffice.system.race.history.HoldRecord;
import dev.boxoffice.system.race.history.Operation;
import dev.boxoffice.system.race.history.SeatEvent;
import dev.boxoffice.system.race.history.SeatRecord;
import dev.boxoffice.system.race.history.SeatStatus;
import dev.boxoffice.system.race.history.Shown;
import dev.boxoffice.system.race.history.Ticket;
import dev.boxoffice.system.race.history.Told;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A history made up by telling what happened, one thing a second. It keeps the books as a faultless
 * system would, so that a test plants the one thing that is wrong.
 */
final class Story {
  static final int LIMIT = 4;
  static final long PRICE = 100;
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final int HOLD_SECONDS = 1_000;

  final List<Operation> operations = new ArrayList<>();
  final List<SeatEvent> events = new ArrayList<>();
  final Map<UUID, SeatRecord> seats = new LinkedHashMap<>();
  final Map<UUID, HoldRecord> holds = new LinkedHashMap<>();
  final Map<String, Integer> buyers = new HashMap<>();
  final Map<UUID, BookingRecord> bookings = new LinkedHashMap<>();
  final List<Account> accounts = new ArrayList<>();
  final List<Ticket> tickets = new ArrayList<>();
  final List<Shown> shown = new ArrayList<>();
  private int seconds;

  Story(String... seatNames) {
    for (String name : seatNames) {
      seats.put(id(name), new SeatRecord(id(name), 0, SeatStatus.AVAILABLE, null, null));
    }
  }

  static UUID id(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  Instant tick() {
    return START.plusSeconds(++seconds);
  }

  void holds(String buyer, String hold, String... seatNames) {
    List<UUID> wanted = ids(seatNames);
    Instant asked = tick();
    Instant until = asked.plusSeconds(HOLD_SECONDS);
    wanted.forEach(seat -> change(seat, SeatStatus.HELD, id(hold), null));
    holds.put(
        id(hold),
        new HoldRecord(
            id(hold),
            buyer,
            HoldRecord.Status.ACTIVE,
            Set.copyOf(wanted),
            wanted.size(),
            null,
            until,
            null));
    buyers.merge(buyer, wanted.size(), Integer::sum);
    told(
        buyer,
        new Command.Hold(wanted, null),
        asked,
        new Told(Told.Verdict.OK, 201, hold, new Told.Grant(id(hold), wanted, until)));
  }

  void releases(String buyer, String hold) {
    Instant asked = tick();
    HoldRecord held = hold(hold);
    held.seatIds().forEach(seat -> change(seat, SeatStatus.AVAILABLE, id(hold), null));
    put(held, HoldRecord.Status.RELEASED, null, null);
    buyers.merge(buyer, -held.seatCount(), Integer::sum);
    told(buyer, new Command.Release(id(hold)), asked, new Told(Told.Verdict.OK, 204, "", null));
  }

  void pays(String buyer, String hold, String booking) {
    Instant asked = tick();
    HoldRecord held = hold(hold);
    held.seatIds().forEach(seat -> change(seat, SeatStatus.BOOKED, id(hold), id(booking)));
    put(held, HoldRecord.Status.BOOKED, id(booking), tick());
    long total = PRICE * held.seatCount();
    bookings.put(
        id(booking),
        new BookingRecord(
            id(booking),
            id(hold),
            buyer,
            BookingRecord.Status.CONFIRMED,
            held.seatIds(),
            total,
            0));
    accounts.add(new Account(id(booking), total, total, 0, 0, 1));
    held.seatIds().forEach(seat -> tickets.add(new Ticket(id(booking), seat)));
    told(
        buyer,
        new Command.Confirm(id(hold), "good card", null),
        asked,
        new Told(
            Told.Verdict.OK,
            201,
            booking,
            new Told.Grant(id(booking), List.copyOf(held.seatIds()), null)));
  }

  void told(String buyer, Command command, Instant asked, Told told) {
    operations.add(new Operation(operations.size() + 1, buyer, command, asked, tick(), told));
  }

  void change(UUID seat, SeatStatus to, UUID hold, @Nullable UUID booking) {
    SeatRecord before = seat(seat);
    events.add(
        new SeatEvent(seat, before.version() + 1, hold, booking, before.status(), to, tick()));
    boolean free = to == SeatStatus.AVAILABLE;
    seats.put(
        seat,
        new SeatRecord(seat, before.version() + 1, to, free ? null : hold, free ? null : booking));
  }

  SeatRecord seat(UUID seat) {
    return java.util.Objects.requireNonNull(seats.get(seat));
  }

  HoldRecord hold(String name) {
    return java.util.Objects.requireNonNull(holds.get(id(name)));
  }

  void put(
      HoldRecord hold,
      HoldRecord.Status status,
      @Nullable UUID booking,
      @Nullable Instant bookedAt) {
    holds.put(
        hold.holdId(),
        new HoldRecord(
            hold.holdId(),
            hold.buyer(),
            status,
            hold.seatIds(),
            hold.seatCount(),
            booking,
            hold.expiresAt(),
            bookedAt));
  }

  static List<UUID> ids(String... names) {
    return List.of(names).stream().map(Story::id).toList();
  }

  History history() {
    return new History(
        LIMIT,
        operations,
        events,
        List.copyOf(seats.values()),
        List.copyOf(holds.values()),
        buyers,
        List.copyOf(bookings.values()),
        accounts,
        tickets,
        shown);
  }
}
