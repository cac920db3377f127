package dev.boxoffice.seat.seatmap.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.springframework.web.socket.CloseStatus;

class ServerFrameTests {

  @Test
  void saysItsLengthAsShortlyAsItCan() {
    assertThat(header(ServerFrame.text("x".repeat(125)), 2)).containsExactly(0x81, 125);
    assertThat(header(ServerFrame.text("x".repeat(126)), 4)).containsExactly(0x81, 126, 0, 126);
    assertThat(header(ServerFrame.text("x".repeat(65_535)), 4))
        .containsExactly(0x81, 126, 0xFF, 0xFF);
    assertThat(header(ServerFrame.text("x".repeat(65_536)), 10))
        .containsExactly(0x81, 127, 0, 0, 0, 0, 0, 1, 0, 0);
    assertThat(ServerFrame.text("x".repeat(65_536))).hasSize(65_546);
  }

  @Test
  void closesWithACodeAndAReasonThatFits() {
    assertThat(ServerFrame.close(new CloseStatus(1012, "bye")))
        .containsExactly(0x88, 5, 0x03, 0xF4, 'b', 'y', 'e');
    assertThat(ServerFrame.close(new CloseStatus(1000))).containsExactly(0x88, 2, 0x03, 0xE8);
    assertThat(ServerFrame.close(new CloseStatus(1013, "x".repeat(200)))).hasSize(127);
  }

  @Test
  void acceptsAKeyAsTheStandardShows() {
    assertThat(DirectUpgrade.accept("dGhlIHNhbXBsZSBub25jZQ=="))
        .isEqualTo("s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
  }

  private static byte[] header(byte[] frame, int bytes) {
    return Arrays.copyOf(frame, bytes);
  }
}
