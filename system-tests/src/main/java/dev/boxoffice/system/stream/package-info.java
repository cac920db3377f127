/**
 * What {@code ./boxoffice bench stream} measures: many subscribers of one show's live stream, over
 * as many instances of seat-service as the limit of file descriptors asks for. The subscribers are
 * processes of their own ({@link dev.boxoffice.system.stream.Subscribers}), as is the bare loop
 * that ours is compared with ({@link dev.boxoffice.system.stream.BareServer}).
 */
@NullMarked
@CheckReturnValue
package dev.boxoffice.system.stream;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
