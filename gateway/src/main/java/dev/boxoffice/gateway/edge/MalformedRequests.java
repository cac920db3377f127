package dev.boxoffice.gateway.edge;

import static io.netty.channel.ChannelFutureListener.CLOSE_ON_FAILURE;
import static io.netty.channel.ChannelFutureListener.FIRE_EXCEPTION_ON_FAILURE;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.ReferenceCountUtil;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/**
 * Answers requests that are not HTTP enough to become one for Spring, which would answer them with
 * an empty 400: undecodable lines and headers, and URIs that do not parse. One for each connection.
 */
final class MalformedRequests extends ChannelInboundHandlerAdapter {
  private static final Pattern HOST =
      Pattern.compile("([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(:[0-9]{1,5})?");

  /** How long the client may take to read its answer: closing on unread bytes would destroy it. */
  private static final Duration LINGER = Duration.ofSeconds(2);

  private final ProblemAnswers answers;
  private boolean refused;

  MalformedRequests(ProblemAnswers answers) {
    this.answers = answers;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    String flaw = !refused && message instanceof HttpRequest request ? flaw(request) : null;
    if (flaw != null) {
      refused = true;
      refuse(context, flaw);
    }
    if (refused) {
      // What follows on this connection cannot be trusted to begin where it seems to.
      ReferenceCountUtil.release(message);
    } else {
      context.fireChannelRead(message);
    }
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext context) {
    if (refused) {
      context.read();
    }
    context.fireChannelReadComplete();
  }

  private static @Nullable String flaw(HttpRequest request) {
    if (request.decoderResult().isFailure()) {
      return "is not HTTP";
    }
    String host = request.headers().get(HttpHeaderNames.HOST);
    if (host == null
        ? request.protocolVersion().isKeepAliveDefault()
        : !HOST.matcher(host).matches()) {
      return "has no valid Host";
    }
    try {
      return new URI(request.uri()).getRawPath() == null ? "has no path" : null;
    } catch (URISyntaxException _) {
      return "has a URI that does not parse";
    }
  }

  private void refuse(ChannelHandlerContext context, String flaw) {
    byte[] body = answers.bytes(Problem.malformed("request", flaw), TraceContext.begin());
    DefaultFullHttpResponse response =
        new DefaultFullHttpResponse(
            HttpVersion.HTTP_1_1, HttpResponseStatus.BAD_REQUEST, Unpooled.wrappedBuffer(body));
    SecurityHeaders.each(response.headers()::set);
    response
        .headers()
        .set(HttpHeaderNames.CONTENT_TYPE, MediaType.APPLICATION_PROBLEM_JSON_VALUE)
        .set(HttpHeaderNames.CONTENT_LENGTH, body.length)
        .set(HttpHeaderNames.CACHE_CONTROL, "no-store")
        .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
    ChannelFuture written = context.writeAndFlush(response);
    written.addListener(
        _ -> {
          if (context.channel() instanceof DuplexChannel duplex) {
            duplex.shutdownOutput().addListener(CLOSE_ON_FAILURE);
          }
        });
    Runnable close = () -> context.close().addListener(FIRE_EXCEPTION_ON_FAILURE);
    Future<?> closing =
        context.executor().schedule(close, LINGER.toMillis(), TimeUnit.MILLISECONDS);
    context.channel().closeFuture().addListener(_ -> closing.cancel(false));
  }
}
