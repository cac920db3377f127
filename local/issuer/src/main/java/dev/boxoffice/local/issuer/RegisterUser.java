package dev.boxoffice.local.issuer;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Self-registration: anybody may become a buyer. */
final class RegisterUser {

  static final int PASSWORD_CHARACTERS_MIN = 8;

  /** BCrypt reads no further. */
  private static final int PASSWORD_BYTES_MAX = 72;

  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{1,31}");
  private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]{1,190}");

  private final Users users;
  private final PasswordEncoder passwords;

  RegisterUser(Users users, PasswordEncoder passwords) {
    this.users = users;
    this.passwords = passwords;
  }

  RegistrationOutcome register(String name, String email, String password) {
    if (!NAME.matcher(name).matches()) {
      return new RegistrationOutcome.Invalid(
          "A name has 2 to 32 small letters, digits, dots, dashes or underscores.");
    }
    if (!EMAIL.matcher(email).matches()) {
      return new RegistrationOutcome.Invalid("That is not an e-mail address.");
    }
    if (password.length() < PASSWORD_CHARACTERS_MIN
        || password.getBytes(StandardCharsets.UTF_8).length > PASSWORD_BYTES_MAX) {
      return new RegistrationOutcome.Invalid(
          "A password has at least %d characters and at most %d bytes."
              .formatted(PASSWORD_CHARACTERS_MIN, PASSWORD_BYTES_MAX));
    }
    User user = new User(name, email, encoded(password), List.of());
    return users.add(user)
        ? new RegistrationOutcome.Registered(user)
        : new RegistrationOutcome.NameTaken(name);
  }

  private String encoded(String password) {
    String hash = passwords.encode(password);
    if (hash == null) {
      throw new IllegalStateException("The encoder answered nothing for a password");
    }
    return hash;
  }
}
