package dev.boxoffice.queue.stream;

import dev.boxoffice.defaults.security.SecuritySettings;
import dev.boxoffice.queue.admission.UserId;
import dev.boxoffice.queue.waitingroom.SignedIn;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Who a socket speaks for, by its first frame: {@code {"token": "<JWT>"}}. */
@Component
class SocketSignIn {
  private final JsonMapper json;
  private final JwtDecoder tokens;

  SocketSignIn(JsonMapper json, JwtDecoder tokens) {
    this.json = json;
    this.tokens = tokens;
  }

  /** Null if the frame is something else or its token is not valid here. */
  @Nullable UserId signIn(String frame) {
    try {
      Jwt jwt = tokens.decode(json.readTree(frame).path("token").asString(""));
      List<String> audience = jwt.getAudience();
      return audience != null && audience.contains(SecuritySettings.PUBLIC_AUDIENCE)
          ? SignedIn.user(jwt)
          : null;
    } catch (JacksonException | JwtException e) {
      return null;
    }
  }
}
