package dev.boxoffice.system.race.checker;

import dev.boxoffice.system.race.history.Account;
import dev.boxoffice.system.race.history.BookingRecord;
import dev.boxoffice.system.race.history.History;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * I4 and I5. By the provider's own books, a booking that was confirmed has paid its price once and
 * got back what is due; all others have paid nothing; and no money is left set aside.
 */
final class MoneyAddsUp implements Check {

  @Override
  public Stream<Violation> violations(History history) {
    Map<UUID, BookingRecord> bookings =
        history.bookings().stream()
            .collect(Collectors.toMap(BookingRecord::bookingId, Function.identity()));
    Map<UUID, List<Account>> accounts =
        history.accounts().stream().collect(Collectors.groupingBy(Account::bookingId));
    Stream<Violation> unpaid =
        bookings.values().stream()
            .filter(booking -> paid(booking) && !accounts.containsKey(booking.bookingId()))
            .map(booking -> new Violation(Invariant.I4, "never paid: " + booking));
    Stream<Violation> wrong =
        accounts.entrySet().stream()
            .flatMap(entry -> of(bookings.get(entry.getKey()), entry.getValue()).stream());
    return Stream.concat(unpaid, wrong);
  }

  private static List<Violation> of(@Nullable BookingRecord booking, List<Account> accounts) {
    long aside = 0;
    long captured = 0;
    long refunded = 0;
    int captures = 0;
    for (Account account : accounts) {
      aside += account.authorised() - account.captured() - account.voided();
      captured += account.captured();
      refunded += account.refunded();
      captures += account.captures();
    }
    List<Violation> found = new ArrayList<>();
    String story = "%s with %s".formatted(booking, accounts);
    if (captures > 1) {
      found.add(new Violation(Invariant.I5, captures + " captures: " + story));
    }
    if (aside != 0) {
      found.add(new Violation(Invariant.I4, aside + " still set aside: " + story));
    }
    long owed = booking != null && paid(booking) ? booking.total() - booking.refundDue() : 0;
    if (captured - refunded != owed) {
      found.add(
          new Violation(
              Invariant.I4, "%d instead of %d: %s".formatted(captured - refunded, owed, story)));
    }
    return found;
  }

  private static boolean paid(BookingRecord booking) {
    return switch (booking.status()) {
      case CONFIRMED, CANCELLED -> true;
      case PENDING, FAILED -> false;
    };
  }
}
