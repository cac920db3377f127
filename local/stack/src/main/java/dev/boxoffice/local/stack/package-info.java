/**
 * The servers that Boxoffice stands on, on one machine without containers: PostgreSQL, Redis, Kafka
 * and an S3 store, each a child process with its own state directory, log and pid file.
 *
 * <p>They are the real ones, set as strictly as in production where it matters: Postgres syncs
 * every commit and checks passwords, Redis writes an append-only file, everything listens on the
 * loopback address only. A process is identified by its pid and its start time together, so that a
 * later JVM can stop exactly what an earlier one started and never a stranger that got the same
 * number.
 *
 * <p>A process that must not outlive its JVM is tied to it by a pipe: a small shell waits for the
 * pipe's end and then ends the process. That works for {@code kill -9} too, where a shutdown hook
 * would not run.
 */
@NullMarked
@CheckReturnValue
package dev.boxoffice.local.stack;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
