package dev.boxoffice.seat.guard;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** What a client does with a challenge, written from the contract alone. */
final class ProofOfWork {
  private static final int HASH_BITS = 256;
  private static final long NONCES_MAX = 1L << 32;

  private ProofOfWork() {}

  /** The value of {@code X-Challenge-Solution}. */
  static String solve(Challenge challenge) {
    return String.join(
        ".",
        challenge.salt(),
        Integer.toString(challenge.difficulty()),
        challenge.expiresAt(),
        challenge.signature(),
        Long.toString(nonce(challenge)));
  }

  private static long nonce(Challenge challenge) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance(challenge.algorithm());
      for (long nonce = 0; nonce < NONCES_MAX; nonce++) {
        byte[] hash = sha256.digest((challenge.salt() + nonce).getBytes(UTF_8));
        if (new BigInteger(1, hash).bitLength() <= HASH_BITS - challenge.difficulty()) {
          return nonce;
        }
      }
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
    throw new AssertionError("no solution for " + challenge);
  }
}
