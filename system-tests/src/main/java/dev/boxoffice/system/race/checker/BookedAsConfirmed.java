package dev.boxoffice.system.race.checker;

import dev.boxoffice.system.race.history.BookingRecord;
import dev.boxoffice.system.race.history.Command;
import dev.boxoffice.system.race.history.History;
import dev.boxoffice.system.race.history.HoldRecord;
import dev.boxoffice.system.race.history.Operation;
import dev.boxoffice.system.race.history.SeatRecord;
import dev.boxoffice.system.race.history.SeatStatus;
import dev.boxoffice.system.race.history.Told;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * I2. A confirmed booking has exactly its seats booked, no other seat is booked, and buyers were
 * told nothing else.
 */
final class BookedAsConfirmed implements Check {

  @Override
  public Stream<Violation> violations(History history) {
    Map<UUID, Set<UUID>> booked =
        history.seats().stream()
            .filter(seat -> seat.status() == SeatStatus.BOOKED)
            .collect(
                Collectors.groupingBy(
                    seat -> Objects.requireNonNull(seat.bookingId()),
                    Collectors.mapping(SeatRecord::seatId, Collectors.toSet())));
    Map<UUID, HoldRecord> holds =
        history.holds().stream().collect(Collectors.toMap(HoldRecord::holdId, Function.identity()));
    Map<UUID, BookingRecord> bookings =
        history.bookings().stream()
            .collect(Collectors.toMap(BookingRecord::bookingId, Function.identity()));
    List<Violation> found = new ArrayList<>();
    for (BookingRecord booking : history.bookings()) {
      found.addAll(
          ofBooking(
              booking,
              booked.getOrDefault(booking.bookingId(), Set.of()),
              holds.get(booking.holdId())));
    }
    booked.forEach(
        (bookingId, seatIds) -> {
          if (!bookings.containsKey(bookingId)) {
            found.add(violation("booked by the unknown booking " + bookingId + ": " + seatIds));
          }
        });
    history.operations().stream()
        .filter(Operation::isOk)
        .forEach(operation -> found.addAll(asTold(operation, bookings, history.operations())));
    return found.stream();
  }

  private static List<Violation> ofBooking(
      BookingRecord booking, Set<UUID> booked, @Nullable HoldRecord hold) {
    List<Violation> found = new ArrayList<>();
    boolean confirmed =
        switch (booking.status()) {
          case CONFIRMED -> true;
          case FAILED, CANCELLED -> false;
          case PENDING -> {
            found.add(violation("pending although nothing is under way: " + booking));
            yield false;
          }
        };
    if (!booked.equals(confirmed ? booking.seatIds() : Set.of())) {
      found.add(violation(booking + " has booked " + booked));
    }
    if (confirmed
        && (hold == null
            || hold.status() != HoldRecord.Status.BOOKED
            || !booking.bookingId().equals(hold.bookingId())
            || !hold.seatIds().containsAll(booking.seatIds()))) {
      found.add(violation(booking + " is not that of its hold, " + hold));
    }
    return found;
  }

  private static List<Violation> asTold(
      Operation operation, Map<UUID, BookingRecord> bookings, List<Operation> all) {
    return switch (operation.command()) {
      case Command.Hold _, Command.Extend _, Command.Release _ -> List.of();
      case Command.Confirm _ -> confirmedAsTold(operation, bookings, all);
      case Command.Cancel(UUID bookingId, List<UUID> seatIds, _) ->
          cancelledAsTold(operation, bookings.get(bookingId), seatIds);
    };
  }

  private static List<Violation> confirmedAsTold(
      Operation operation, Map<UUID, BookingRecord> bookings, List<Operation> all) {
    Told.Grant grant = operation.told().grant();
    @Nullable BookingRecord booking = grant == null ? null : bookings.get(grant.id());
    if (booking == null || grant == null || !booking.buyer().equals(operation.buyer())) {
      return List.of(violation("told of a booking that is not on record: " + operation));
    }
    boolean cancelAsked =
        all.stream()
            .anyMatch(
                other ->
                    !other.isFail()
                        && other.command() instanceof Command.Cancel(UUID id, _, _)
                        && id.equals(grant.id()));
    boolean stillThere =
        booking.status() == BookingRecord.Status.CONFIRMED
            && booking.seatIds().equals(new HashSet<>(grant.seatIds()));
    return stillThere || cancelAsked
        ? List.of()
        : List.of(violation("confirmed by " + operation + " and now " + booking));
  }

  private static List<Violation> cancelledAsTold(
      Operation operation, @Nullable BookingRecord booking, List<UUID> seatIds) {
    boolean gone =
        booking != null
            && (seatIds.isEmpty()
                ? booking.status() == BookingRecord.Status.CANCELLED
                : seatIds.stream().noneMatch(booking.seatIds()::contains));
    return gone
        ? List.of()
        : List.of(violation("cancelled by " + operation + " and now " + booking));
  }

  private static Violation violation(String detail) {
    return new Violation(Invariant.I2, detail);
  }
}
