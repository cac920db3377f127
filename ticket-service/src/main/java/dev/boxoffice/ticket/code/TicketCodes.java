package dev.boxoffice.ticket.code;

import dev.boxoffice.ticket.SeatId;
import dev.boxoffice.ticket.ShowId;
import dev.boxoffice.ticket.TicketId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.bouncycastle.util.encoders.Base32;
import org.bouncycastle.util.encoders.DecoderException;

/** Writes codes with one key and reads those of every key it knows. */
public final class TicketCodes {

  static final int KEY_ID_BYTES = 8;

  private static final int UUID_BYTES = 16;
  private static final int CONTENT_BYTES = 1 + KEY_ID_BYTES + 3 * UUID_BYTES;
  private static final int BASE32_BLOCK = 8;

  /** Longer than any code: 57 bytes of content and a signature of 64. */
  private static final Pattern BASE32 = Pattern.compile("[A-Z2-7]{1,200}");

  private final CodeKey signingKey;
  private final List<CodeKey> knownKeys;

  TicketCodes(CodeKey signingKey, List<CodeKey> knownKeys) {
    this.signingKey = signingKey;
    this.knownKeys = List.copyOf(knownKeys);
  }

  /** The same code always gives the same text. */
  public String write(TicketCode code) {
    var content =
        ByteBuffer.allocate(CONTENT_BYTES)
            .put(signingKey.version())
            .put(signingKey.id())
            .put(bytes(code.ticketId().value()))
            .put(bytes(code.showId().value()))
            .put(bytes(code.seatId().value()))
            .array();
    var signature = signingKey.sign(content);
    return base32(
        ByteBuffer.allocate(content.length + signature.length).put(content).put(signature).array());
  }

  /** Empty unless one of our keys signed exactly this text. */
  public Optional<TicketCode> read(String text) {
    if (!BASE32.matcher(text).matches()) {
      return Optional.empty();
    }
    var padding = "=".repeat(Math.floorMod(-text.length(), BASE32_BLOCK));
    var bytes = decoded(text + padding);
    // Base32 leaves spare bits at its end: without this, one code would have several texts.
    if (bytes.length <= CONTENT_BYTES || !base32(bytes).equals(text)) {
      return Optional.empty();
    }
    var content = Arrays.copyOf(bytes, CONTENT_BYTES);
    var signature = Arrays.copyOfRange(bytes, CONTENT_BYTES, bytes.length);
    return knownKeys.stream()
        .filter(key -> key.version() == content[0])
        .filter(key -> Arrays.equals(key.id(), Arrays.copyOfRange(content, 1, 1 + KEY_ID_BYTES)))
        .filter(key -> key.signatureBytes() == signature.length)
        .filter(key -> key.verify(content, signature))
        .findFirst()
        .map(_ -> parsed(content));
  }

  private static TicketCode parsed(byte[] content) {
    var buffer = ByteBuffer.wrap(content).position(1 + KEY_ID_BYTES);
    return new TicketCode(
        new TicketId(uuid(buffer)), new ShowId(uuid(buffer)), new SeatId(uuid(buffer)));
  }

  /** The decoded bytes; none where the length is none that Base32 gives. */
  private static byte[] decoded(String padded) {
    try {
      return Base32.decode(padded);
    } catch (DecoderException notBase32) {
      return new byte[0];
    }
  }

  private static String base32(byte[] bytes) {
    return new String(Base32.encode(bytes), StandardCharsets.US_ASCII).replace("=", "");
  }

  private static byte[] bytes(UUID id) {
    return ByteBuffer.allocate(UUID_BYTES)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }

  private static UUID uuid(ByteBuffer buffer) {
    return new UUID(buffer.getLong(), buffer.getLong());
  }
}
