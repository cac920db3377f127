package dev.boxoffice.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** How to run a program that refuses to run as root, as PostgreSQL does. */
enum Unprivileged {
  /** We are not root in the first place. */
  AS_IS,
  /** In a user namespace without a mapping: nobody inside, while the files stay root's outside. */
  USER_NAMESPACE,
  /** As another uid, still allowed into folders that only root may enter. */
  OTHER_UID;

  private static final int NOBODY = 65534;

  static Unprivileged find() {
    if (!Programs.runsAsRoot()) {
      return AS_IS;
    }
    return Stream.of(USER_NAMESPACE, OTHER_UID)
        .filter(Unprivileged::works)
        .findFirst()
        .orElseThrow(
            () ->
                new StackException(
                    "PostgreSQL does not run as root, and neither unshare nor setpriv can drop it;"
                        + " run Boxoffice as another user"));
  }

  List<String> prefix() {
    return switch (this) {
      case AS_IS -> List.of();
      case USER_NAMESPACE -> List.of("unshare", "--user", "--");
      case OTHER_UID ->
          List.of(
              "setpriv",
              "--reuid=" + NOBODY,
              "--regid=" + NOBODY,
              "--clear-groups",
              "--securebits=+no_setuid_fixup",
              "--inh-caps=+dac_override",
              "--ambient-caps=+dac_override",
              "--");
    };
  }

  /** Makes everything under the path the other user's, where there is another user. */
  void give(Path path) throws IOException {
    try (var files = Files.walk(path)) {
      for (var file : files.toList()) {
        switch (this) {
          case AS_IS, USER_NAMESPACE -> {}
          case OTHER_UID -> {
            Files.setAttribute(file, "unix:uid", NOBODY);
            Files.setAttribute(file, "unix:gid", NOBODY);
          }
        }
      }
    }
  }

  private boolean works() {
    return Programs.onPath(prefix().getFirst()).isPresent()
        && Programs.exitCode(Stream.concat(prefix().stream(), Stream.of("true")).toList()) == 0;
  }
}
