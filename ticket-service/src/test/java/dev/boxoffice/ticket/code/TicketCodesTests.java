package dev.boxoffice.ticket.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.boxoffice.ticket.SeatId;
import dev.boxoffice.ticket.ShowId;
import dev.boxoffice.ticket.TicketId;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.bouncycastle.util.encoders.Base32;
import org.junit.jupiter.api.Test;

class TicketCodesTests {

  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int SIGNATURE_BYTES = 64;

  private final Ed25519Key key = newKey();
  private final TicketCodes codes = new TicketCodes(key, List.of(key));
  private final TicketCode code =
      new TicketCode(
          new TicketId(UUID.randomUUID()),
          new ShowId(UUID.randomUUID()),
          new SeatId(UUID.randomUUID()));

  @Test
  void readsWhatItWrote() {
    assertThat(codes.read(codes.write(code))).contains(code);
  }

  @Test
  void writesTheSameTextForTheSameTicket() {
    assertThat(codes.write(code)).isEqualTo(codes.write(code));
  }

  @Test
  void writesCapitalsAndDigitsThatFitAVersion11SymbolAtLevelH() {
    assertThat(codes.write(code)).matches("[A-Z2-7]{194}");
  }

  @Test
  void recognisesNoTextInWhichAnyCharacterWasChanged() {
    var text = codes.write(code);
    for (int i = 0; i < text.length(); i++) {
      for (int j = 0; j < BASE32.length(); j++) {
        char other = BASE32.charAt(j);
        if (other != text.charAt(i)) {
          assertThat(codes.read(text.substring(0, i) + other + text.substring(i + 1)))
              .as("character %d changed to %s", i, other)
              .isEmpty();
        }
      }
    }
  }

  @Test
  void recognisesNoShortenedOrLengthenedText() {
    var text = codes.write(code);
    for (int length = 0; length < text.length(); length++) {
      assertThat(codes.read(text.substring(0, length))).as("%d characters", length).isEmpty();
    }
    assertThat(codes.read(text + "A")).isEmpty();
    assertThat(codes.read(text + text)).isEmpty();
    assertThat(codes.read(" " + text)).isEmpty();
    assertThat(codes.read(text + "=")).isEmpty();
    assertThat(codes.read(text.toLowerCase(Locale.ROOT))).isEmpty();
  }

  @Test
  void recognisesNoGarbage() {
    assertThat(codes.read("")).isEmpty();
    assertThat(codes.read("https://example.test/free-ticket")).isEmpty();
    assertThat(codes.read("A".repeat(194))).isEmpty();
    assertThat(codes.read("\u0000\uD83C\uDFAB")).isEmpty();
    assertThat(codes.read("A".repeat(100_000))).isEmpty();
  }

  @Test
  void recognisesNoCodeOfAnotherKeyEvenUnderOurKeysName() {
    var forger = newKey();
    var forged = new TicketCodes(forger, List.of(forger)).write(code);
    assertThat(codes.read(forged)).isEmpty();

    var ours = decoded(codes.write(code));
    var content = Arrays.copyOf(ours, ours.length - SIGNATURE_BYTES);
    var renamed = Arrays.copyOf(ours, ours.length);
    System.arraycopy(forger.sign(content), 0, renamed, content.length, SIGNATURE_BYTES);
    assertThat(codes.read(encoded(renamed))).isEmpty();
  }

  @Test
  void canBeVerifiedOfflineWithThePublishedKeyAlone() throws GeneralSecurityException {
    var bytes = decoded(codes.write(code));
    var jwk = key.publicJwk();
    var verifier = Signature.getInstance("Ed25519");
    verifier.initVerify(
        KeyFactory.getInstance("Ed25519")
            .generatePublic(publicKey(Objects.requireNonNull(jwk.get("x")))));
    verifier.update(bytes, 0, bytes.length - SIGNATURE_BYTES);
    assertThat(verifier.verify(bytes, bytes.length - SIGNATURE_BYTES, SIGNATURE_BYTES)).isTrue();
    assertThat(jwk)
        .containsEntry("kty", "OKP")
        .containsEntry("crv", "Ed25519")
        .containsEntry(
            "kid",
            Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Arrays.copyOfRange(bytes, 1, 9)));
  }

  @Test
  void signsWithASharedSecretWhereThatIsWanted() {
    var hmac =
        new HmacKey("a secret of at least thirty-two bytes".getBytes(StandardCharsets.UTF_8));
    var both = new TicketCodes(hmac, List.of(key, hmac));
    assertThat(both.read(both.write(code))).contains(code);
    assertThat(both.read(codes.write(code))).as("an older code").contains(code);
    assertThat(codes.read(both.write(code))).as("a key it does not know").isEmpty();

    var text = both.write(code);
    var flipped = text.substring(0, 60) + (text.charAt(60) == 'A' ? 'B' : 'A') + text.substring(61);
    assertThat(both.read(flipped)).isEmpty();
  }

  @Test
  void refusesToStartWithAWeakOrUnreadableKey() {
    assertThatIllegalStateException().isThrownBy(() -> new HmacKey(new byte[31]));
    assertThatIllegalStateException().isThrownBy(() -> Ed25519Key.fromPem("no key at all"));
  }

  private static Ed25519Key newKey() {
    try {
      var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
      var base64 = Base64.getMimeEncoder().encodeToString(pair.getPrivate().getEncoded());
      return Ed25519Key.fromPem(
          "-----BEGIN PRIVATE KEY-----\n" + base64 + "\n-----END PRIVATE KEY-----\n");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** RFC 8032: little-endian y, and the sign of x in the highest bit. */
  private static EdECPublicKeySpec publicKey(String x) {
    var bytes = Base64.getUrlDecoder().decode(x);
    boolean isOdd = (bytes[31] & 0x80) != 0;
    bytes[31] &= 0x7F;
    for (int i = 0; i < 16; i++) {
      byte low = bytes[i];
      bytes[i] = bytes[31 - i];
      bytes[31 - i] = low;
    }
    return new EdECPublicKeySpec(
        NamedParameterSpec.ED25519, new EdECPoint(isOdd, new BigInteger(1, bytes)));
  }

  private static byte[] decoded(String text) {
    return Base32.decode(text + "=".repeat(Math.floorMod(-text.length(), 8)));
  }

  private static String encoded(byte[] bytes) {
    return Base32.toBase32String(bytes).replace("=", "");
  }
}
