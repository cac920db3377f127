package dev.boxoffice.local.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@IssuerTest
class SignInTests {

  private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");
  private static final String VERIFIER = "a-verifier-that-only-this-test-knows-0123456789";
  private static final String RETURN_TO = "http://web.test:8080/signed-in";

  @LocalServerPort int port;
  private Browser browser;
  private final JsonMapper json = new JsonMapper();

  @BeforeEach
  void openBrowser() {
    browser = new Browser(port);
  }

  @Test
  void namesItsEndpointsByItsPublicUrl() {
    JsonNode discovery = json.readTree(browser.get("/.well-known/openid-configuration").body());

    assertThat(discovery.path("issuer").asString()).isEqualTo("http://issuer.test:9000");
    assertThat(discovery.path("jwks_uri").asString())
        .isEqualTo("http://issuer.test:9000/oauth2/jwks");
    assertThat(discovery.path("token_endpoint").asString())
        .isEqualTo("http://issuer.test:9000/oauth2/token");
  }

  @Test
  void sendsTheBrowserBackWithACodeThatPkceTurnsIntoTokens() throws Exception {
    assertThat(browser.get(authorize(RETURN_TO)).headers().firstValue("Location").orElse(""))
        .endsWith("/login");

    HttpResponse<String> answer = exchange(codeFor("olga", "olga"), VERIFIER);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Access-Control-Allow-Origin"))
        .contains("http://web.test:8080");
    JWTClaimsSet claims = verified(json.readTree(answer.body()).path("access_token").asString());
    assertThat(claims.getIssuer()).isEqualTo("http://issuer.test:9000");
    assertThat(claims.getSubject()).isEqualTo("olga");
    assertThat(claims.getAudience()).containsExactly("boxoffice");
    assertThat(claims.getStringListClaim("roles")).containsExactly("ORGANISER");
    assertThat(claims.getStringClaim("email")).isEqualTo("olga@example.com");
    assertThat(claims.getJWTID()).isNotBlank();
  }

  @Test
  void givesBuyersNoRole() throws Exception {
    String body = exchange(codeFor("alice", "alice"), VERIFIER).body();

    JWTClaimsSet claims = verified(json.readTree(body).path("access_token").asString());
    assertThat(claims.getStringListClaim("roles")).isEmpty();
  }

  @Test
  void refusesACodeWithoutItsVerifier() {
    HttpResponse<String> answer = exchange(codeFor("alice", "alice"), "somebody-else" + VERIFIER);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(json.readTree(answer.body()).path("error").asString()).isEqualTo("invalid_grant");
  }

  @Test
  void refusesASecondUseOfACode() {
    String code = codeFor("alice", "alice");
    assertThat(exchange(code, VERIFIER).statusCode()).isEqualTo(200);

    assertThat(exchange(code, VERIFIER).statusCode()).isEqualTo(400);
  }

  @Test
  void refusesAnAuthorizationWithoutPkce() {
    assertThat(browser.signsIn("alice", "alice").statusCode()).isEqualTo(302);
    Map<String, String> request = authorizationRequest(RETURN_TO);
    request.keySet().removeAll(List.of("code_challenge", "code_challenge_method"));

    HttpResponse<String> answer = browser.get("/oauth2/authorize?" + Browser.encoded(request));

    assertThat(answer.headers().firstValue("Location").orElse(""))
        .startsWith(RETURN_TO)
        .contains("error=invalid_request")
        .doesNotContain("code=");
  }

  @Test
  void returnsToNoUrlThatIsNotTheWebClients() {
    assertThat(browser.signsIn("alice", "alice").statusCode()).isEqualTo(302);

    assertThat(browser.get(authorize("http://evil.test/signed-in")).statusCode()).isEqualTo(400);
  }

  @Test
  void refusesAWrongPassword() {
    HttpResponse<String> answer = browser.signsIn("alice", "bob");

    assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/login?error");
    assertThat(browser.get("/login?error").body()).contains("do not go together");
    assertThat(browser.get(authorize(RETURN_TO)).headers().firstValue("Location").orElse(""))
        .endsWith("/login");
  }

  private String codeFor(String name, String password) {
    assertThat(browser.signsIn(name, password).statusCode()).isEqualTo(302);
    String location = browser.get(authorize(RETURN_TO)).headers().firstValue("Location").orElse("");
    assertThat(location).startsWith(RETURN_TO).contains("state=xyz");
    Matcher code = CODE.matcher(location);
    assertThat(code.find()).isTrue();
    return code.group(1);
  }

  private HttpResponse<String> exchange(String code, String verifier) {
    return browser.post(
        "/oauth2/token",
        Map.of(
            "grant_type", "authorization_code",
            "client_id", "boxoffice-web",
            "code", code,
            "redirect_uri", RETURN_TO,
            "code_verifier", verifier));
  }

  private static String authorize(String returnTo) {
    return "/oauth2/authorize?" + Browser.encoded(authorizationRequest(returnTo));
  }

  private static Map<String, String> authorizationRequest(String returnTo) {
    Map<String, String> request = new LinkedHashMap<>();
    request.put("response_type", "code");
    request.put("client_id", "boxoffice-web");
    request.put("scope", "openid profile email");
    request.put("state", "xyz");
    request.put("redirect_uri", returnTo);
    request.put("code_challenge", challenge());
    request.put("code_challenge_method", "S256");
    return request;
  }

  private static String challenge() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private JWTClaimsSet verified(String token) throws Exception {
    SignedJWT jwt = SignedJWT.parse(token);
    JWKSet keys = JWKSet.parse(browser.get("/oauth2/jwks").body());
    JWSVerifier verifier =
        new RSASSAVerifier(keys.getKeyByKeyId(jwt.getHeader().getKeyID()).toRSAKey());
    assertThat(jwt.verify(verifier)).isTrue();
    return jwt.getJWTClaimsSet();
  }
}
