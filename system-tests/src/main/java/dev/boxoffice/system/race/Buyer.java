package dev.boxoffice.system.race;

import dev.boxoffice.system.client.Show;
import dev.boxoffice.system.race.history.Command;
import dev.boxoffice.system.race.history.Operation;
import dev.boxoffice.system.race.history.Told;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Somebody who wants seats, changes his mind, pays late, asks twice and gives back. */
final class Buyer {
  private static final String GOOD_CARD = "pm_card_visa";
  private static final String BAD_CARD = "pm_card_visa_chargeDeclined";
  private static final int SEATS_EVERYBODY_WANTS = 24;
  private static final int TRIES_MAX = 4;
  private static final int PAUSE_MILLIS_MAX = 100;
  private static final int LAST_MOMENT_MILLIS = 60;

  private final Client client;
  private final Show show;
  private final long seed;
  private final Clock clock;
  private final Map<UUID, Told.Grant> holds = new HashMap<>();
  private final Map<UUID, Told.Grant> bookings = new HashMap<>();

  Buyer(Client client, Show show, long seed, Clock clock) {
    this.client = client;
    this.show = show;
    this.seed = seed;
    this.clock = clock;
  }

  void buyWhile(BooleanSupplier onSale) {
    for (int step = 0; onSale.getAsBoolean(); step++) {
      Chance chance = Chance.of(seed, client.name(), step);
      act(Intention.by(chance), chance, show.showId() + "-" + step);
      pause(Duration.ofMillis(chance.below(PAUSE_MILLIS_MAX)));
    }
  }

  private void act(Intention intention, Chance chance, String key) {
    Told.@Nullable Grant hold = holds.isEmpty() ? null : oneOf(holds, chance);
    Told.@Nullable Grant booking = bookings.isEmpty() ? null : oneOf(bookings, chance);
    switch (intention) {
      case HOLD -> hold(chance, chance.percent(50) ? key : null);
      case HOLD_TWICE -> holdTwice(chance, key);
      case HOLD_TOO_MANY -> holdTooMany(chance);
      case EXTEND, RELEASE, PAY, PAY_TWICE, PAY_WITH_A_BAD_CARD, PAY_AT_THE_LAST_MOMENT, FORGET -> {
        if (hold == null) {
          hold(chance, key);
        } else {
          goOn(intention, hold, chance, key);
        }
      }
      case CANCEL, CANCEL_ONE_SEAT -> {
        if (booking == null) {
          hold(chance, key);
        } else {
          cancel(booking, intention == Intention.CANCEL_ONE_SEAT, chance, key);
        }
      }
    }
  }

  private void goOn(Intention intention, Told.Grant hold, Chance chance, String key) {
    int instance = chance.below(Arena.INSTANCES);
    switch (intention) {
      case EXTEND -> remember(client.ask(instance, new Command.Extend(hold.id())));
      case RELEASE -> remember(client.ask(instance, new Command.Release(hold.id())));
      case PAY -> pay(hold, GOOD_CARD, chance.percent(50) ? key : null);
      case PAY_TWICE -> {
        String same = chance.percent(50) ? key : null;
        Crowd.<Operation>together(
                List.of(
                    () -> client.ask(0, new Command.Confirm(hold.id(), GOOD_CARD, same)),
                    () -> client.ask(1, new Command.Confirm(hold.id(), GOOD_CARD, same)),
                    () -> client.ask(1, new Command.Confirm(hold.id(), GOOD_CARD, same))))
            .forEach(this::remember);
      }
      case PAY_WITH_A_BAD_CARD -> pay(hold, BAD_CARD, null);
      case PAY_AT_THE_LAST_MOMENT -> {
        Instant end = hold.until() == null ? clock.instant() : hold.until();
        int off = chance.between(-LAST_MOMENT_MILLIS, LAST_MOMENT_MILLIS);
        pause(Duration.between(clock.instant(), end.plusMillis(off)));
        pay(hold, GOOD_CARD, null);
      }
      case FORGET -> holds.remove(hold.id());
      case HOLD, HOLD_TWICE, HOLD_TOO_MANY, CANCEL, CANCEL_ONE_SEAT ->
          throw new IllegalArgumentException(intention + " needs no hold");
    }
  }

  private void hold(Chance chance, @Nullable String key) {
    int number = chance.percent(80) ? chance.between(1, 3) : chance.between(1, show.limit());
    Command.Hold command = new Command.Hold(seats(chance, number), key);
    askAgain(chance.below(Arena.INSTANCES), command);
  }

  private void holdTwice(Chance chance, String key) {
    Command.Hold same = new Command.Hold(seats(chance, chance.between(1, show.limit())), key);
    Crowd.<Operation>together(List.of(() -> client.ask(0, same), () -> client.ask(1, same)))
        .forEach(this::remember);
  }

  private void holdTooMany(Chance chance) {
    List<Callable<Operation>> all = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Command.Hold command = new Command.Hold(seats(chance, chance.between(2, 4)), null);
      int instance = i % Arena.INSTANCES;
      all.add(() -> client.ask(instance, command));
    }
    Crowd.<Operation>together(all).forEach(this::remember);
  }

  /** Mostly among those that everybody wants, side by side or in any order. */
  private List<UUID> seats(Chance chance, int number) {
    List<UUID> from =
        chance.percent(70)
            ? show.seatIds().subList(0, Math.min(SEATS_EVERYBODY_WANTS, show.seatIds().size()))
            : show.seatIds();
    if (chance.percent(50)) {
      int first = chance.below(from.size() - number + 1);
      return from.subList(first, first + number);
    }
    return chance.some(from, number);
  }

  private void pay(Told.Grant hold, String card, @Nullable String key) {
    askAgain(0, new Command.Confirm(hold.id(), card, key));
  }

  private void cancel(Told.Grant booking, boolean one, Chance chance, String key) {
    List<UUID> which = one ? chance.some(booking.seatIds(), 1) : List.of();
    askAgain(0, new Command.Cancel(booking.id(), which, chance.percent(50) ? key : null));
  }

  /** Asks the same again, at the other instance too, as long as it is not known what happened. */
  private void askAgain(int instance, Command command) {
    for (int tries = 0; tries < TRIES_MAX; tries++) {
      Operation operation = client.ask((instance + tries) % Arena.INSTANCES, command);
      remember(operation);
      if (command.key() == null || operation.told().verdict() != Told.Verdict.INFO) {
        return;
      }
      pause(Duration.ofMillis(PAUSE_MILLIS_MAX));
    }
  }

  private void remember(Operation operation) {
    Told.Grant grant = operation.told().grant();
    switch (operation.command()) {
      case Command.Hold _, Command.Extend _ -> {
        if (grant != null) {
          holds.put(grant.id(), grant);
        }
      }
      case Command.Release(UUID holdId) -> holds.remove(holdId);
      case Command.Confirm(UUID holdId, String card, _) -> {
        if (grant != null) {
          bookings.put(grant.id(), grant);
        }
        boolean undecided = operation.told().verdict() == Told.Verdict.INFO;
        if (!undecided && !(operation.isFail() && card.equals(BAD_CARD))) {
          holds.remove(holdId);
        }
      }
      case Command.Cancel(UUID bookingId, List<UUID> seatIds, _) -> {
        Told.Grant booking = bookings.get(bookingId);
        List<UUID> left =
            booking == null || seatIds.isEmpty()
                ? List.of()
                : booking.seatIds().stream().filter(seat -> !seatIds.contains(seat)).toList();
        if (operation.isFail() || (operation.isOk() && left.isEmpty())) {
          bookings.remove(bookingId);
        } else if (operation.isOk()) {
          bookings.put(bookingId, new Told.Grant(bookingId, left, null));
        }
      }
    }
  }

  private static Told.Grant oneOf(Map<UUID, Told.Grant> grants, Chance chance) {
    return chance.oneOf(List.copyOf(grants.values()));
  }

  private static void pause(Duration wait) {
    if (wait.isPositive()) {
      LockSupport.parkNanos(wait.toNanos());
    }
  }
}
