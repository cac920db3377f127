package dev.boxoffice.ticket.printing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.boxoffice.ticket.BookingId;
import dev.boxoffice.ticket.TicketId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openpdf.text.pdf.PdfReader;

class TicketPdfTests {

  private static final ZonedDateTime EVENING =
      ZonedDateTime.of(2026, 12, 12, 19, 30, 0, 0, ZoneId.of("Asia/Kolkata"));

  private final TicketPdf pdf = new TicketPdf();
  private final BookingId bookingId = new BookingId(UUID.randomUUID());

  @Test
  void printsOnePageASeat() throws IOException {
    var tickets = List.of(ticket("Stalls", "A", "1"), ticket("Stalls", "A", "2"), standing("77"));
    try (var reader = new PdfReader(pdf.print(hamlet(), bookingId, tickets))) {
      assertThat(reader.getNumberOfPages()).isEqualTo(3);
    }
  }

  @Test
  void saysWhatWhenAndWhereInLocalTime(@TempDir Path folder) {
    Tools.need("pdftotext");
    var text = text(pdf.print(hamlet(), bookingId, List.of(ticket("Stalls", "A", "12"))), folder);
    assertThat(text)
        .contains("Hamlet", "Royal Opera House, Mumbai")
        .contains("Saturday, 12 December 2026", "19:30 IST")
        .contains("SECTION", "Stalls", "ROW", "SEAT", "12")
        .contains("Booking " + bookingId, "Ticket 1 of 1");
  }

  @Test
  void speaksOfPlacesWhereThereAreNoRows(@TempDir Path folder) {
    Tools.need("pdftotext");
    var text = text(pdf.print(hamlet(), bookingId, List.of(standing("104"))), folder);
    assertThat(text).contains("PLACE", "104").doesNotContain("ROW");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "शास्त्रीय संगीत: क्षितिज और श्री कृष्ण | स्वतंत्रता भवन | वाराणसी",
        "பொன்னியின் செல்வன் இசை | கலைவாணர் அரங்கம் | சென்னை",
        "Die Zauberflöte (मुंबई) – Live! | Großes Schauspielhaus | Köln",
        "Dvořák: Z nového světa | Dvořákova síň | Praha",
      })
  void keepsTheLettersOfManyScripts(String title, String venue, String city, @TempDir Path folder) {
    Tools.need("pdftotext");
    var show = new PrintedShow(title, venue, city, EVENING);
    var text = text(pdf.print(show, bookingId, List.of(ticket("Balcony", "B", "3"))), folder);
    assertThat(words(text)).containsAll(words(title)).containsAll(words(venue + ", " + city));
  }

  @Test
  void printsCodesThatAForeignDecoderReads(@TempDir Path folder) {
    Tools.need("pdftoppm", "zbarimg");
    var tickets = List.of(ticket("Stalls", "A", "1"), ticket("Stalls", "A", "2"), standing("3"));
    assertThat(Tools.qrCodesOf(pdf.print(hamlet(), bookingId, tickets), folder))
        .containsExactlyElementsOf(tickets.stream().map(PrintedTicket::code).toList());
  }

  @Test
  void embedsEveryFont(@TempDir Path folder) throws IOException {
    Tools.need("pdffonts");
    var show = new PrintedShow("हैमलेट / ஹாம்லெட்", "Royal Opera House", "Mumbai", EVENING);
    Files.write(
        folder.resolve("tickets.pdf"),
        pdf.print(show, bookingId, List.of(ticket("Stalls", "A", "1"))));
    var fonts = Tools.run(folder, "pdffonts", "tickets.pdf").stream().skip(2).toList();
    assertThat(fonts)
        .hasSizeGreaterThanOrEqualTo(4)
        .allMatch(line -> line.contains(" yes yes yes"));
  }

  @Test
  void cutsNamesThatFitNowhere(@TempDir Path folder) {
    Tools.need("pdftotext");
    var endless = "Supercalifragilisticexpialidocious ".repeat(20).strip();
    var show = new PrintedShow(endless, endless, "Mumbai", EVENING);
    var text =
        text(pdf.print(show, bookingId, List.of(ticket(endless, "Row 100", "1000000"))), folder);
    assertThat(text).contains("Supercalifragilisticexpialidocious", "…", "1000000");
  }

  @Test
  void printsSideBySideWhatItPrintsAlone(@TempDir Path folder)
      throws InterruptedException, ExecutionException {
    Tools.need("pdftotext");
    var ticket = ticket("बालकनी", "क", "7");
    Callable<byte[]> print = () -> pdf.print(hamlet(), bookingId, List.of(ticket));
    var alone = text(pdf.print(hamlet(), bookingId, List.of(ticket)), folder);
    try (var threads = Executors.newFixedThreadPool(4)) {
      var printed = threads.invokeAll(Stream.generate(() -> print).limit(40).toList());
      for (var one : printed) {
        assertThat(text(one.get(), folder)).isEqualTo(alone);
      }
    }
  }

  @Test
  void refusesToPrintNothing() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> pdf.print(hamlet(), bookingId, List.of()));
  }

  private static PrintedShow hamlet() {
    return new PrintedShow("Hamlet", "Royal Opera House", "Mumbai", EVENING);
  }

  private static PrintedTicket standing(String number) {
    return ticket("Standing", null, number);
  }

  private static PrintedTicket ticket(String section, @Nullable String row, String number) {
    var id = UUID.randomUUID();
    var code = id.toString().toUpperCase(Locale.ROOT).replace("-", "").repeat(6);
    return new PrintedTicket(new TicketId(id), section, row, number, code);
  }

  private static String text(byte[] bytes, Path folder) {
    try {
      Files.write(folder.resolve("tickets.pdf"), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return String.join(" ", Tools.run(folder, "pdftotext", "-raw", "tickets.pdf", "-"));
  }

  private static List<String> words(String text) {
    return Stream.of(text.strip().split("\\s+", -1)).collect(Collectors.toList());
  }
}
