package dev.boxoffice.local.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

@IssuerTest
class RegistrationTests {

  @LocalServerPort int port;
  @Autowired IssuerSettings settings;
  private Browser browser;

  @BeforeEach
  void openBrowser() {
    browser = new Browser(port);
  }

  @Test
  void letsAnybodyMakeAnAccountAndSignInWithIt() {
    HttpResponse<String> answer = registers("asha", "asha@example.com", "correct horse");

    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(browser.signsIn("asha", "correct horse").headers().firstValue("Location").orElse(""))
        .doesNotContain("error");
    assertThat(browser.get("/").body()).contains("Hello, asha");
  }

  @Test
  void remembersAccountsInItsFile() {
    assertThat(registers("ravi", "ravi@example.com", "correct horse").statusCode()).isEqualTo(302);

    User ravi = new Users(settings.usersFile(), new JsonMapper()).named("ravi");

    assertThat(ravi).isNotNull();
    assertThat(ravi.email()).isEqualTo("ravi@example.com");
    assertThat(ravi.roles()).isEmpty();
    assertThat(ravi.passwordHash()).startsWith("{bcrypt}").doesNotContain("correct horse");
  }

  @Test
  void givesNobodyTheNameOfAnother() {
    HttpResponse<String> answer = registers("olga", "new@example.com", "correct horse");

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("olga is taken already");
    assertThat(browser.signsIn("olga", "correct horse").headers().firstValue("Location"))
        .hasValueSatisfying(location -> assertThat(location).endsWith("/login?error"));
  }

  @Test
  void saysWhatIsWrongAndShowsWhatWasTypedHarmlessly() {
    HttpResponse<String> answer = registers("<b>", "mira@example.com", "correct horse");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("A name has").contains("&lt;b&gt;").doesNotContain("<b>");
    assertThat(registers("mira", "nowhere", "correct horse").body()).contains("e-mail address");
    assertThat(registers("mira", "mira@example.com", "short").body()).contains("at least 8");
  }

  @Test
  void takesNoFormThatIsNotItsOwn() {
    HttpResponse<String> answer =
        browser.post(
            "/register",
            Map.of("username", "eve", "email", "eve@example.com", "password", "correct horse"));

    assertThat(answer.statusCode()).isEqualTo(403);
  }

  private HttpResponse<String> registers(String name, String email, String password) {
    return browser.submits(
        "/register", Map.of("username", name, "email", email, "password", password));
  }
}
