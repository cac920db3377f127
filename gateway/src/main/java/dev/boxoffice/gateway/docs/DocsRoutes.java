package dev.boxoffice.gateway.docs;

import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** The API's description, and the page that shows it. */
@Configuration(proxyBeanMethods = false)
class DocsRoutes {
  private static final String ONLY_OUR_OWN =
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
          + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
  private static final CacheControl FOR_A_MINUTE =
      CacheControl.maxAge(Duration.ofMinutes(1)).cachePublic();

  @Bean
  RouterFunction<ServerResponse> docs(ApiDescription description) {
    return route()
        .GET("/v1/openapi", _ -> answer(MediaType.APPLICATION_JSON, description.json()))
        .GET("/docs", _ -> file("page.html", MediaType.TEXT_HTML))
        .GET("/docs/page.js", _ -> file("page.js", MediaType.valueOf("text/javascript")))
        .GET("/docs/page.css", _ -> file("page.css", MediaType.valueOf("text/css")))
        .build();
  }

  private static Mono<ServerResponse> file(String name, MediaType type) {
    return ServerResponse.ok()
        .contentType(new MediaType(type, StandardCharsets.UTF_8))
        .cacheControl(FOR_A_MINUTE)
        .header("Content-Security-Policy", ONLY_OUR_OWN)
        .bodyValue(new ClassPathResource("docs/" + name));
  }

  private static Mono<ServerResponse> answer(MediaType type, byte[] body) {
    return ServerResponse.ok().contentType(type).cacheControl(FOR_A_MINUTE).bodyValue(body);
  }
}
