package dev.boxoffice.local.issuer;

/** What became of a registration. */
sealed interface RegistrationOutcome {

  /** The user exists and can sign in. */
  record Registered(User user) implements RegistrationOutcome {}

  /** Something about the form is wrong; the reason is for people. */
  record Invalid(String reason) implements RegistrationOutcome {}

  /** Somebody else has this name. */
  record NameTaken(String name) implements RegistrationOutcome {}
}
