package dev.kith.connect.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CharsetsTest {
    private static final String TEXT = "Grüße aus Köln, wir öffnen die Übersicht für den nächsten Auftrag";

    private static String decode(String text, Charset written, String declared) {
        byte[] bytes = text.getBytes(written);
        return Charsets.decode(bytes, 0, bytes.length, declared);
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-8,iso-8859-1",
        "UTF-8,windows-1252",
        "UTF-8,us-ascii",
        "UTF-8,no-such-set",
        "UTF-8,''",
        "ISO-8859-1,utf-8",
        "ISO-8859-1,''",
        "windows-1252,us-ascii",
        "UTF-16LE,utf-16",
        "UTF-16BE,utf-16",
        "UTF-16LE,utf-8",
        "UTF-16BE,''"
    })
    void falseName_hidesNoWord(String written, String declared) {
        assertThat(decode(TEXT, Charset.forName(written), declared)).isEqualTo(TEXT);
    }

    @Test
    void byteOrderMark_goesBeforeTheNameAndIsNoText() {
        assertThat(decode("\ufeff" + TEXT, StandardCharsets.UTF_16LE, "utf-8")).isEqualTo(TEXT);
        assertThat(decode("\ufeff" + TEXT, StandardCharsets.UTF_16BE, "iso-8859-1"))
                .isEqualTo(TEXT);
        assertThat(decode("\ufeff" + TEXT, StandardCharsets.UTF_8, "windows-1252"))
                .isEqualTo(TEXT);
    }

    @Test
    void asianSets_areBelieved() {
        Charset japanese = Charset.forName("Shift_JIS");
        assertThat(decode("日本語の文章です", japanese, "shift_jis")).isEqualTo("日本語の文章です");
        assertThat(decode("日本語", Charset.forName("ISO-2022-JP"), "iso-2022-jp")).isEqualTo("日本語");
    }

    @Test
    void cyrillicOfOneByte_isNotTakenForUtf8() {
        assertThat(decode("Привет, как дела?", Charset.forName("windows-1251"), "windows-1251"))
                .isEqualTo("Привет, как дела?");
    }

    @Test
    void oneBrokenCharacterInUtf8_leavesTheOthers() {
        byte[] bytes = "Köln und Düsseldorf x".getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 1] = (byte) 0xff;
        assertThat(Charsets.decode(bytes, 0, bytes.length, "utf-8")).startsWith("Köln und Düsseldorf");
    }

    @ParameterizedTest
    @CsvSource({"Gr+APwA3w-e,Grüße", "a+AGI-c,abc", "1 +- 1,1 + 1", "+ADw-b+AD4-,<b>", "+,+"})
    void utf7_isDecoded(String written, String text) {
        assertThat(decode(written, StandardCharsets.US_ASCII, "utf-7")).isEqualTo(text);
    }
}
