/**
 * What everybody sees of a show's seats: the map, and the stream of its changes.
 *
 * <h2>The map</h2>
 *
 * <p>What never changes ({@link SeatPlan}) is kept as ready JSON with a gap for each status. What
 * changes is read from Postgres at most once a second a show and instance, whoever and however many
 * ask ({@link ShowFeed#current}), and becomes a {@link MapSnapshot} whose bodies are made once
 * each.
 *
 * <h2>The stream</h2>
 *
 * <p>A frame carries changes under a number that rises by one. One script in Redis gives numbers,
 * logs and publishes ({@link FrameSequence}), so the order is the same on every instance. The
 * script knows each seat's version and drops a change that is not later than what frames have said:
 * in a stream a seat's versions only rise, whatever the order in which instances publish.
 *
 * <p>Frames are few: what changes while the next is not due waits in Redis and goes into one frame,
 * whichever instances it comes from. The time between two frames grows with the number of watchers
 * of all instances, which each reports when it reads the sequence.
 *
 * <p>Frames are fed after each commit ({@link PublishChanges}), which may fail or never happen. So
 * each second a watched show's rows are compared with what its frames said, and the difference is
 * framed. Reading the map does the same.
 *
 * <h2>Why a client ends equal to the truth</h2>
 *
 * <p>The map given out under the number S is, seat by seat, the later of what the frames up to S
 * said and what Postgres said. So it lacks nothing that a frame up to S told. It may be ahead: then
 * a frame after S tells the same, or first an older state and then the newer, for a seat's last
 * frame has its last version: whatever version Postgres has and no frame told is framed within a
 * second. Applying the frames after S in their order therefore ends with the truth.
 *
 * <p>The entity tag names S and also the count of all changes in the map. For one S two maps differ
 * only by how much of Postgres they saw, and what Postgres says only grows: equal counts are equal
 * maps, on all instances.
 *
 * <h2>Why numbers never go back</h2>
 *
 * <p>Every frame tells at least one version that no frame told before, so a sequence's number is
 * never above the sum of all seats' versions. A lost sequence (flush, eviction, failover to an
 * older copy) is begun anew at that sum, read from Postgres after the loss was noticed: the token
 * in the script makes sure of "after". Watchers are told RESYNC, and only then does the number
 * jump.
 *
 * <p>A sequence that was restored to an older state is told from the true one by its links: each
 * frame names the link of the one before. A reader that knows more than Redis, or something else
 * under the same number, makes Redis forget.
 *
 * <h2>Without Redis</h2>
 *
 * <p>The map goes on from Postgres, at most a second old, under the last number known. After a
 * grace time streams end with RESYNC and 1013, new ones are refused with 503, and the map's number
 * becomes the sum of the versions: the same on every instance and never below a number given out.
 * When Redis is back with a lower number it is begun anew, as after a loss.
 */
@NullMarked
@CheckReturnValue
package dev.boxoffice.seat.seatmap;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
