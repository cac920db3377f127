package dev.boxoffice.local.issuer;

import java.net.URI;
import java.security.Principal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The pages on which people sign in and register. */
@RestController
class PageController {

  private final Page login = new Page("login.html");
  private final Page register = new Page("register.html");
  private final Page home = new Page("home.html");
  private final RegisterUser registerUser;
  private final IssuerSettings settings;

  PageController(RegisterUser registerUser, IssuerSettings settings) {
    this.registerUser = registerUser;
    this.settings = settings;
  }

  @GetMapping("/login")
  ResponseEntity<String> login(
      CsrfToken csrf,
      @RequestParam @Nullable String error,
      @RequestParam @Nullable String registered,
      @RequestParam @Nullable String logout) {
    String message = "";
    if (error != null) {
      message = "That name and password do not go together.";
    } else if (registered != null) {
      message = "Your account is there. Sign in with it now.";
    } else if (logout != null) {
      message = "You are signed out.";
    }
    return page(HttpStatus.OK, login, csrf, Map.of("message", message));
  }

  @GetMapping("/register")
  ResponseEntity<String> register(CsrfToken csrf) {
    return page(HttpStatus.OK, register, csrf, Map.of());
  }

  @PostMapping("/register")
  ResponseEntity<String> register(
      CsrfToken csrf,
      @RequestParam(defaultValue = "") String username,
      @RequestParam(defaultValue = "") String email,
      @RequestParam(defaultValue = "") String password) {
    return switch (registerUser.register(username, email, password)) {
      case RegistrationOutcome.Registered ignored ->
          ResponseEntity.status(HttpStatus.FOUND).location(URI.create("/login?registered")).build();
      case RegistrationOutcome.Invalid(String reason) ->
          again(HttpStatus.BAD_REQUEST, csrf, reason, username, email);
      case RegistrationOutcome.NameTaken(String name) ->
          again(
              HttpStatus.CONFLICT,
              csrf,
              "The name " + name + " is taken already.",
              username,
              email);
    };
  }

  @GetMapping("/")
  ResponseEntity<String> home(CsrfToken csrf, Principal user) {
    return page(
        HttpStatus.OK,
        home,
        csrf,
        Map.of("user", user.getName(), "web", settings.webUrls().getFirst().toString()));
  }

  private ResponseEntity<String> again(
      HttpStatus status, CsrfToken csrf, String message, String username, String email) {
    return page(
        status, register, csrf, Map.of("message", message, "username", username, "email", email));
  }

  private static ResponseEntity<String> page(
      HttpStatus status, Page page, CsrfToken csrf, Map<String, String> values) {
    var all = new HashMap<>(values);
    all.put("csrfName", csrf.getParameterName());
    all.put("csrf", csrf.getToken());
    return ResponseEntity.status(status).contentType(MediaType.TEXT_HTML).body(page.with(all));
  }
}
