package dev.boxoffice.gateway.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.boxoffice.gateway.routing.Call;
import dev.boxoffice.gateway.routing.CallMatch;
import dev.boxoffice.gateway.routing.PublicCalls;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;

class ReadingTests {
  private static final String ID = "0198a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b";
  private static final String MAP = "/v1/events/" + ID + "/shows/" + ID + "/seats";

  @ParameterizedTest
  @ValueSource(
      strings = {
        MAP,
        MAP + "?section=" + ID,
        MAP + "?view=sections",
        "/v1/shows/" + ID + "/availability",
        "/v1/queue/" + ID + "/now-serving",
        "/v1/venues/" + ID,
        "/.well-known/ticket-keys"
      })
  void isSharedAsClientsWriteIt(String uri) {
    assertThat(uriOf(uri)).isEqualTo(uri);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "?x=1 | ''",
        "?x=A&x=%41 | ''",
        "?x=1&view=sections&y=2 | ?view=sections",
        "?view=sections&section=a | ?section=a&view=sections",
        "?section=a&view=sections | ?section=a&view=sections"
      })
  void isToldApartByParametersThatMatterInOneOrder(String query, String kept) {
    assertThat(uriOf(MAP + query)).isEqualTo(MAP + kept);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?view=sections&view=sections",
        "?section=a&view=sections&section=b",
        "?view=Sections",
        "?section=0198A2B4-5c6d-7e8f-9a0b-1c2d3e4f5a6b",
        "?view=%73ections",
        "?section=+a",
        "?section=",
        "?section",
        "?%76iew=sections"
      })
  void isNotSharedIfItsParametersCouldBeWrittenOtherwise(String query) {
    assertThat(uriOf(MAP + query)).isNull();
  }

  @Test
  void isNotSharedIfItsPathCouldBeWrittenOtherwise() {
    assertThat(uriOf("/v1/shows/0198A2B4-5c6d-7e8f-9a0b-1c2d3e4f5a6b/availability")).isNull();
    assertThat(uriOf("/v1/shows/%30198a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b/availability")).isNull();
    assertThat(uriOf("/v1/shows/+198a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b/availability")).isNull();
  }

  private static @Nullable String uriOf(String uri) {
    URI whole = URI.create("http://localhost" + uri);
    SharedKey key =
        Reading.of(
            MockServerHttpRequest.method(HttpMethod.GET, whole).build(), call(whole.getRawPath()));
    return key == null ? null : key.uri();
  }

  private static Call call(String path) {
    return switch (new PublicCalls().find(HttpMethod.GET, PathContainer.parsePath(path))) {
      case CallMatch.Found(Call call) -> call;
      case CallMatch.OtherMethods _, CallMatch.UnknownPath _ ->
          throw new IllegalArgumentException(path);
    };
  }
}
