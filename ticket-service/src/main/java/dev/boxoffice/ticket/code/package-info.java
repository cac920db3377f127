/**
 * The signed code of a ticket: what the door reads.
 *
 * <p>A code carries everything the door must know to trust it, so a scanner without a network
 * checks it with a public key alone, and a stolen scanner can forge nothing. Layout, in bytes:
 * version (1), key id (8), ticket id (16), show id (16), seat id (16), signature over all before
 * it. The bytes are written in Base32 without padding because a QR code stores capitals and digits
 * in 5.5 bits each: 121 bytes take 194 characters, which fit a version 11 symbol at error
 * correction level H; the same bytes in Base64 would need two sizes more.
 */
@NullMarked
@CheckReturnValue
package dev.boxoffice.ticket.code;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
