package dev.boxoffice.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.boxoffice.gateway.Answer;
import dev.boxoffice.gateway.GatewayTest;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class WebTests extends GatewayTest {
  private static final Pattern ASSET = Pattern.compile("\"(/assets/[0-9a-f]+/[^\"]+)\"");
  private static final Pattern IMPORT =
      Pattern.compile("(?:from |import\\()'(\\.{1,2}/[^']+)'|url\\(\"([^\"]+)\"\\)");

  @Test
  void servesOnePageUnderAllItsPaths() {
    String id = "0190a5e2-7b1c-7cc3-8f00-000000000001";
    Answer front = get("/");
    assertThat(front.status()).isEqualTo(200);
    assertThat(front.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
    for (String path :
        List.of(
            "/events/" + id,
            "/events/" + id + "/shows/" + id,
            "/checkout/" + id,
            "/bookings",
            "/bookings/" + id,
            "/signed-in?code=abc&state=def")) {
      assertThat(get(path).text()).as(path).isEqualTo(front.text());
    }
    get("/events/" + id + "/seats").isProblem(404, "NOT_FOUND");
  }

  @Test
  void letsThePageRunItsOwnScriptsAndTalkToTheIssuerOnly() {
    assertThat(get("/").header("Content-Security-Policy"))
        .isEqualTo(
            "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self';"
                + " img-src 'self' data:; connect-src 'self' "
                + ISSUER.url()
                + "; base-uri 'none'; form-action 'self'; frame-ancestors 'none';"
                + " require-trusted-types-for 'script'; trusted-types 'none'");
    assertThat(get("/").text()).doesNotContain("<style").doesNotContain("style=");
    assertThat(get("/").text()).doesNotContainPattern("<script(?![^>]* src=)");
  }

  @Test
  void saysWithAnUnchangedPageWhatItMayDo() {
    Answer first = get("/");
    Answer again = send("/", request -> request.header("If-None-Match", first.header("ETag")));

    assertThat(first.header("Cache-Control")).isEqualTo("no-cache");
    assertThat(again.status()).isEqualTo(304);
    assertThat(again.header("Content-Security-Policy"))
        .as("a browser takes these headers for the page that it has")
        .isEqualTo(first.header("Content-Security-Policy"));
  }

  @Test
  void letsBrowsersKeepFilesForGoodUnderTheirVersionOnly() {
    String script = assetsOf(get("/").text()).getFirst();
    String otherVersion = script.replaceFirst("/assets/[0-9a-f]+/", "/assets/0123/");

    assertThat(get(script).header("Cache-Control")).contains("max-age=31536000", "immutable");
    assertThat(get(otherVersion).status()).isEqualTo(200);
    assertThat(get(otherVersion).header("Cache-Control")).isEqualTo("no-store");
    get(script + ".map").isProblem(404, "NOT_FOUND");
    get("/assets/0123/index.html").isProblem(404, "NOT_FOUND");
  }

  @Test
  void compressesForThoseWhoAskForIt() {
    String script = assetsOf(get("/").text()).getFirst();
    Answer small = send(script, request -> request.header("Accept-Encoding", "br, gzip"));

    assertThat(small.header("Content-Encoding")).isEqualTo("gzip");
    assertThat(small.header("Vary")).contains("Accept-Encoding");
    assertThat(get(script).header("Content-Encoding")).isEmpty();
  }

  @Test
  void hasEveryFileThatThePageLoads() {
    Set<String> seen = new HashSet<>(assetsOf(get("/").text()));
    ArrayDeque<String> toRead = new ArrayDeque<>(seen);
    while (!toRead.isEmpty()) {
      String path = toRead.remove();
      Answer file = get(path);
      assertThat(file.status()).as(path).isEqualTo(200);
      Matcher imports = IMPORT.matcher(path.endsWith("woff2") ? "" : file.text());
      while (imports.find()) {
        String target = imports.group(1) == null ? imports.group(2) : imports.group(1);
        String resolved = URI.create(path).resolve(target).toString();
        if (seen.add(resolved)) {
          toRead.add(resolved);
        }
      }
    }
    assertThat(seen).hasSizeGreaterThan(40).anyMatch(path -> path.endsWith("/app.css"));
    assertThat(seen).anyMatch(path -> path.endsWith("/seatmap/live-seats.js"));
  }

  @Test
  void tellsThePageWhereToSignIn() {
    Answer config = get("/config.json");

    assertThat(config.json().path("issuer").asString()).isEqualTo(ISSUER.url());
    assertThat(config.json().path("clientId").asString()).isEqualTo("boxoffice-web");
    assertThat(config.json().path("posterOrigins")).isEmpty();
  }

  private static List<String> assetsOf(String html) {
    return ASSET.matcher(html).results().map(found -> found.group(1)).distinct().toList();
  }
}
