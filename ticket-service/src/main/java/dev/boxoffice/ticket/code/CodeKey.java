package dev.boxoffice.ticket.code;

/** A key that signs codes and recognises its own. */
sealed interface CodeKey permits Ed25519Key, HmacKey {

  /** The first byte of a code signed by this kind of key. */
  byte version();

  /** Names this key among all keys of its kind: {@value TicketCodes#KEY_ID_BYTES} bytes. */
  byte[] id();

  int signatureBytes();

  byte[] sign(byte[] message);

  boolean verify(byte[] message, byte[] signature);
}
