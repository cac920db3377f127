package dev.boxoffice.seat.guard;

/**
 * A proof of work to be done: a number {@code nonce} for which the SHA-256 of {@code salt + nonce}
 * (the number in decimal digits) begins with {@code difficulty} zero bits. Nothing of it is stored:
 * the signature, which is also over the user, says that it is ours.
 *
 * @param expiresAt RFC 3339 in UTC, whole seconds; sent back as it is
 */
public record Challenge(
    String algorithm, String salt, int difficulty, String expiresAt, String signature) {}
