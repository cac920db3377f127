package dev.boxoffice.local.launcher;

/**
 * Where a local system listens, and what opens its doors; whoever started it.
 *
 * @param secrets those that the system was started with
 */
public record SystemAccess(PortPlan ports, LocalSecrets secrets) {

  /** Of the system whose state this is. */
  public static SystemAccess of(StateDir state) {
    return new SystemAccess(state.ports(), LocalSecrets.in(state));
  }

  /** Where tokens that the system accepts come from. */
  public TokenMint tokens() {
    return TokenMint.of(ports.url(Program.ISSUER), secrets.issuerKey());
  }
}
