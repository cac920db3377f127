package dev.boxoffice.ticket.issuing;

import java.util.Locale;

/** Whose a ticket is: a user, or whoever proves to own an address. */
public record Holder(String value) {

  public static Holder user(String subject) {
    return new Holder("user:" + subject);
  }

  public static Holder email(String address) {
    return new Holder("mailto:" + address.strip().toLowerCase(Locale.ROOT));
  }
}
