package dev.boxoffice.booking.seats;

/** What became of the wish to pay for a hold. */
public sealed interface PayAnswer {

  /** Nobody else can get the seats before the pay deadline. */
  record Paying(HeldSeats seats) implements PayAnswer {}

  /** There is no such hold of this buyer. */
  record NotFound() implements PayAnswer {}

  /** The hold has ended. */
  record HoldEnded() implements PayAnswer {}
}
