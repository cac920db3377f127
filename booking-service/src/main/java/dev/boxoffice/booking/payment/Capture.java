package dev.boxoffice.booking.payment;

/** Whether money that was set aside has been taken. */
public sealed interface Capture {

  /** All of it has. */
  record Captured() implements Capture {}

  /** None has, and none will be. */
  record Refused(String declineCode) implements Capture {}
}
