package dev.boxoffice.ticket.code;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/**
 * An Ed25519 key pair. Bouncy Castle's low-level signer makes 22,500 signatures a second and core,
 * the JDK's about 1,000, which a flash sale would notice.
 */
final class Ed25519Key implements CodeKey {

  private static final Base64.Encoder BASE64_URL = Base64.getUrlEncoder().withoutPadding();

  private final Ed25519PrivateKeyParameters privateKey;
  private final Ed25519PublicKeyParameters publicKey;
  private final byte[] id;

  private Ed25519Key(Ed25519PrivateKeyParameters privateKey) {
    this.privateKey = privateKey;
    this.publicKey = privateKey.generatePublicKey();
    this.id = Arrays.copyOf(Digests.sha256(thumbprintInput(x())), TicketCodes.KEY_ID_BYTES);
  }

  /** Reads the private key from a PKCS#8 PEM text; the public key follows from it. */
  static Ed25519Key fromPem(String pem) {
    var base64 =
        pem.replace("-----BEGIN PRIVATE KEY-----", "")
            .replace("-----END PRIVATE KEY-----", "")
            .replaceAll("\\s", "");
    try {
      var spec = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64));
      var key = (EdECPrivateKey) KeyFactory.getInstance("Ed25519").generatePrivate(spec);
      var seed = key.getBytes().orElseThrow();
      return new Ed25519Key(new Ed25519PrivateKeyParameters(seed));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IllegalStateException("the ticket signing key is no Ed25519 key in PKCS#8 PEM", e);
    }
  }

  @Override
  public byte version() {
    return 1;
  }

  @Override
  public byte[] id() {
    return id.clone();
  }

  @Override
  public int signatureBytes() {
    return Ed25519PrivateKeyParameters.SIGNATURE_SIZE;
  }

  @Override
  public byte[] sign(byte[] message) {
    var signer = new Ed25519Signer();
    signer.init(true, privateKey);
    signer.update(message, 0, message.length);
    return signer.generateSignature();
  }

  @Override
  public boolean verify(byte[] message, byte[] signature) {
    var verifier = new Ed25519Signer();
    verifier.init(false, publicKey);
    verifier.update(message, 0, message.length);
    return verifier.verifySignature(signature);
  }

  /** The public key as a JSON Web Key (RFC 8037); {@code kid} is the id that codes carry. */
  Map<String, String> publicJwk() {
    return Map.of(
        "kty", "OKP",
        "crv", "Ed25519",
        "use", "sig",
        "alg", "EdDSA",
        "kid", BASE64_URL.encodeToString(id),
        "x", x());
  }

  private String x() {
    return BASE64_URL.encodeToString(publicKey.getEncoded());
  }

  /** The canonical form that RFC 7638 hashes. */
  private static byte[] thumbprintInput(String x) {
    return "{\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"x\":\"%s\"}"
        .formatted(x)
        .getBytes(StandardCharsets.US_ASCII);
  }
}
