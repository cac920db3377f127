/**
 * Runs the whole of Boxoffice on one machine: the servers of the local stack, the issuer, the
 * payment provider, the services and the gateway, each a process of its own.
 *
 * <p>The command line and the system tests share one way of starting ({@link LocalSystem}); they
 * differ in the folder, the ports and in who ends the processes. The state folder is all that is
 * remembered: a program that is recorded there, alive, healthy and started from the same build with
 * the same settings is left alone; anything else is started anew.
 *
 * <p>Programs run from unpacked copies of their jars, never from the build's own output, so that a
 * build beside a running system pulls no file from under it.
 */
@NullMarked
@CheckReturnValue
package dev.boxoffice.local.launcher;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
