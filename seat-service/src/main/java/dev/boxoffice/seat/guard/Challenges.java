package dev.boxoffice.seat.guard;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gives out proofs of work to be done, and checks those that were. */
@Component
class Challenges {
  static final String ALGORITHM = "SHA-256";

  private static final String HMAC = "HmacSHA256";
  private static final int SALT_BYTES = 16;

  /** The challenge's fields as they were given out, then the number that was found. */
  private static final Pattern SOLUTION =
      Pattern.compile(
          "(?<salt>[A-Za-z0-9_-]{22})\\.(?<difficulty>[0-9]{1,2})\\.(?<expiresAt>[0-9TZ:-]{20})"
              + "\\.(?<signature>[A-Za-z0-9_-]{43})\\.(?<nonce>[0-9]{1,18})");

  private final GuardSettings.ChallengeSettings settings;
  private final SecretKeySpec key;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  Challenges(GuardSettings settings, Clock clock) {
    this.settings = settings.challenge();
    this.key = new SecretKeySpec(settings.challenge().key().getBytes(UTF_8), HMAC);
    this.clock = clock;
  }

  /** A new challenge, for this user only. */
  Challenge issue(String userId) {
    byte[] bytes = new byte[SALT_BYTES];
    random.nextBytes(bytes);
    String salt = base64(bytes);
    String expiresAt =
        clock.instant().plus(settings.validFor()).truncatedTo(ChronoUnit.SECONDS).toString();
    return new Challenge(
        ALGORITHM,
        salt,
        settings.difficulty(),
        expiresAt,
        base64(signature(salt, settings.difficulty(), expiresAt, userId)));
  }

  /** The challenge that this solves, or null if it is not one of ours, for this user, and now. */
  @Nullable Solved solved(String userId, @Nullable String solution) {
    Matcher parts = solution == null ? null : SOLUTION.matcher(solution);
    if (parts == null || !parts.matches()) {
      return null;
    }
    String salt = parts.group("salt");
    int difficulty = Integer.parseInt(parts.group("difficulty"));
    String expiresAt = parts.group("expiresAt");
    byte[] signature = Base64.getUrlDecoder().decode(parts.group("signature"));
    Duration left = left(expiresAt);
    boolean ours = MessageDigest.isEqual(signature, signature(salt, difficulty, expiresAt, userId));
    return ours && left.isPositive() && zeroBits(salt + parts.group("nonce")) >= difficulty
        ? new Solved(salt, left)
        : null;
  }

  private Duration left(String expiresAt) {
    try {
      return Duration.between(clock.instant(), Instant.parse(expiresAt));
    } catch (DateTimeException e) {
      return Duration.ZERO;
    }
  }

  private byte[] signature(String salt, int difficulty, String expiresAt, String userId) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(key);
      String text = String.join("\n", ALGORITHM, salt, "" + difficulty, expiresAt, userId);
      return mac.doFinal(text.getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK lacks " + HMAC, e);
    }
  }

  /** How many zero bits the text's hash begins with. */
  static int zeroBits(String text) {
    byte[] hash = sha256(text.getBytes(UTF_8));
    int bits = 0;
    for (byte one : hash) {
      if (one != 0) {
        return bits + Integer.numberOfLeadingZeros(one & 0xff) - (Integer.SIZE - Byte.SIZE);
      }
      bits += Byte.SIZE;
    }
    return bits;
  }

  private static byte[] sha256(byte[] text) {
    try {
      return MessageDigest.getInstance(ALGORITHM).digest(text);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this JDK lacks " + ALGORITHM, e);
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /**
   * A proof that was done. It counts once.
   *
   * @param left how long it could be shown again
   */
  record Solved(String salt, Duration left) {}
}
