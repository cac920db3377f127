package dev.boxoffice.gateway.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.boxoffice.gateway.Answer;
import dev.boxoffice.gateway.GatewayTest;
import dev.boxoffice.gateway.routing.CallMatch;
import dev.boxoffice.gateway.routing.PublicCalls;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;

class DocsTests extends GatewayTest {
  @Test
  void describesTheWholeApiInOneDocument() {
    Answer answer = get("/v1/openapi");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).isEqualTo("application/json");
    assertThat(answer.json().path("openapi").asString()).startsWith("3.1");
    assertThat(answer.json().path("paths").has("/v1/openapi")).isTrue();
    assertThat(answer.json().path("paths").has("/v1/queue/{showId}")).isTrue();
    assertThat(answer.text()).doesNotContain("\"/internal");
  }

  @Test
  void describesOnlyCallsThatTheGatewayKnowsAndWhetherTheyNeedAToken() {
    get("/v1/openapi")
        .json()
        .path("paths")
        .forEachEntry(
            (path, methods) ->
                methods.forEachEntry(
                    (method, call) -> {
                      if (!method.equals("parameters")) {
                        assertThat(asksForAToken(method, path))
                            .as(method + " " + path)
                            .isEqualTo(!call.path("security").isEmpty() || !call.has("security"));
                      }
                    }));
  }

  private static boolean asksForAToken(String method, String path) {
    PathContainer concrete =
        PathContainer.parsePath(path.replaceAll("\\{[^}]+}", UUID.randomUUID().toString()));
    HttpMethod asked = HttpMethod.valueOf(method.toUpperCase(Locale.ROOT));
    CallMatch match = new PublicCalls().find(asked, concrete);
    assertThat(match).as(method + " " + path).isInstanceOf(CallMatch.Found.class);
    return ((CallMatch.Found) match).call().needsToken();
  }

  @Test
  void servesAPageThatRunsOnlyItsOwnScript() {
    Answer page = get("/docs");

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
    assertThat(page.header("Content-Security-Policy"))
        .contains("default-src 'none'")
        .contains("script-src 'self'")
        .doesNotContain("unsafe");
    assertThat(page.text()).doesNotContain("<script>").doesNotContain("style=");
    assertThat(get("/docs/page.js").header("Content-Type"))
        .isEqualTo("text/javascript;charset=UTF-8");
    assertThat(get("/docs/page.css").status()).isEqualTo(200);
    get("/docs/other.js").isProblem(404, "NOT_FOUND");
  }
}
