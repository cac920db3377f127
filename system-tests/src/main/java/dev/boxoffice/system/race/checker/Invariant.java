package dev.boxoffice.system.race.checker;

/** What must hold whatever fails. */
public enum Invariant {
  I1("no seat has two overlapping owners"),
  I2("a confirmed booking has exactly its seats booked"),
  I3("holds are all or nothing"),
  I4("captured less refunded is the price less the refund due"),
  I5("at most one capture a hold"),
  I6("no confirm after expiry unless paying in time"),
  I7("counts shown are counts derived"),
  I8("a confirmed booking has exactly one ticket a seat"),
  I9("never more seats than the limit allows a buyer"),
  I11("the same idempotency key gets the same answer"),
  LOST_HOLD("a hold that was acknowledged is on record"),
  UNREST("what was begun comes to an end");

  private final String meaning;

  Invariant(String meaning) {
    this.meaning = meaning;
  }

  public String meaning() {
    return meaning;
  }
}
