package dev.boxoffice.ticket.code;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A shared secret for HMAC-SHA-256. Whoever can check such a code can forge one, so its scanners
 * must ask the server; it is here for doors whose scanners speak nothing else.
 */
final class HmacKey implements CodeKey {

  private static final String ALGORITHM = "HmacSHA256";
  private static final int MIN_SECRET_BYTES = 32;

  private final SecretKeySpec secret;
  private final byte[] id;

  HmacKey(byte[] secret) {
    if (secret.length < MIN_SECRET_BYTES) {
      throw new IllegalStateException(
          "the ticket HMAC key has %d bytes, at least %d are needed"
              .formatted(secret.length, MIN_SECRET_BYTES));
    }
    this.secret = new SecretKeySpec(secret, ALGORITHM);
    this.id = Arrays.copyOf(Digests.sha256(Digests.sha256(secret)), TicketCodes.KEY_ID_BYTES);
  }

  @Override
  public byte version() {
    return 2;
  }

  @Override
  public byte[] id() {
    return id.clone();
  }

  @Override
  public int signatureBytes() {
    return 32;
  }

  @Override
  public byte[] sign(byte[] message) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(secret);
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public boolean verify(byte[] message, byte[] signature) {
    return MessageDigest.isEqual(sign(message), signature);
  }
}
