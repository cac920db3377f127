/**
 * Seating plans: from what organisers draw to what is sold.
 *
 * <p>Plans come in pretix's open JSON format. Real files repeat almost everything a seat could be
 * named by (ten "row A" in one theatre, the same guid for half the seats), so nothing in a plan but
 * its order is taken as identity. What comes out is a {@link
 * dev.boxoffice.event.seatingplan.Layout}: immutable, named by the hash of its content, shared by
 * every venue and show that uses it.
 *
 * <p>A plan of 100,000 seats is 30 MB of JSON. It is therefore read as a stream, straight into
 * small records, never as a tree; what is wrong with it is collected on the way with the place
 * where it is.
 */
@NullMarked
@CheckReturnValue
package dev.boxoffice.event.seatingplan;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
