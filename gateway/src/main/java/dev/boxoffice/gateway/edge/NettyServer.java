package dev.boxoffice.gateway.edge;

import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.netty.NettyPipeline;

/** Puts {@link MalformedRequests} before everything that takes a request for one. */
@Configuration(proxyBeanMethods = false)
class NettyServer {
  @Bean
  WebServerFactoryCustomizer<NettyReactiveWebServerFactory> refuseMalformed(
      ProblemAnswers answers) {
    return factory ->
        factory.addServerCustomizers(
            server ->
                server.doOnChannelInit(
                    (_, channel, _) ->
                        channel
                            .pipeline()
                            .addBefore(
                                NettyPipeline.HttpTrafficHandler,
                                "malformed-requests",
                                new MalformedRequests(answers))));
  }
}
