package dev.boxoffice.gateway.routing;

import static io.netty.channel.ChannelFutureListener.FIRE_EXCEPTION_ON_FAILURE;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a service's refusal of a WebSocket handshake, of which Netty would report the status alone.
 * One for each connection; gone from it once the handshake is accepted.
 */
final class HandshakeAnswers extends ChannelInboundHandlerAdapter {
  /** Problems are short; whatever is longer is not one. */
  private static final int BODY_BYTES_MAX = 64 * 1024;

  private final ByteArrayOutputStream body = new ByteArrayOutputStream(0);
  private @Nullable HttpResponse refusal;
  private boolean reported;

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) throws IOException {
    if (message instanceof HttpResponse answer
        && answer.status().codeClass() == HttpStatusClass.INFORMATIONAL) {
      if (answer.status().equals(HttpResponseStatus.SWITCHING_PROTOCOLS)) {
        context.pipeline().remove(this);
      }
      context.fireChannelRead(message);
      return;
    }
    if (message instanceof HttpResponse answer) {
      refusal = answer;
    }
    HttpResponse refused = refusal;
    if (refused == null) {
      context.fireChannelRead(message);
      return;
    }
    try {
      if (!reported) {
        gather(context, refused, message);
      }
    } finally {
      ReferenceCountUtil.release(message);
    }
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext context) {
    if (refusal != null && !reported) {
      context.read();
    }
    context.fireChannelReadComplete();
  }

  private void gather(ChannelHandlerContext context, HttpResponse refused, Object message)
      throws IOException {
    if (refused.decoderResult().isFailure()) {
      report(context, new IOException("is not HTTP", refused.decoderResult().cause()));
      return;
    }
    if (message instanceof HttpContent content) {
      ByteBuf bytes = content.content();
      if (body.size() + bytes.readableBytes() > BODY_BYTES_MAX) {
        report(context, new IOException("refuses a handshake at length"));
        return;
      }
      bytes.readBytes(body, bytes.readableBytes());
    }
    HandshakeRefusedException answer = new HandshakeRefusedException(refused, body.toByteArray());
    // What it answers instead may be a stream that never ends.
    if (message instanceof LastHttpContent || answer.ignoredUpgrade()) {
      report(context, answer);
    }
  }

  private void report(ChannelHandlerContext context, Exception failure) {
    reported = true;
    context.fireExceptionCaught(failure);
    context.close().addListener(FIRE_EXCEPTION_ON_FAILURE);
  }
}
