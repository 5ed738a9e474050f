package dev.kith.connect.link;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.SpoofChecker;
import dev.kith.score.Confusables;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ConfusablesAgainstIcuTest {
    private final SpoofChecker icu =
            new SpoofChecker.Builder().setChecks(SpoofChecker.CONFUSABLE).build();

    @Test
    void everyPairOfOurTable_isOneOfUnicodes() {
        TreeMap<String, String> differing = new TreeMap<>();
        Confusables.table().forEach((letter, ascii) -> {
            String ours = icu.getSkeleton(ascii.toString());
            String theirs = icu.getSkeleton(letter.toString());
            if (!ours.equals(theirs)) {
                differing.put(letter + " " + ascii, theirs);
            }
        });

        assertThat(differing).isEmpty();
    }

    @Test
    void hostsThatUnicodeCallsConfusable_lookAscii() {
        for (String host : List.of("аррӏе.example", "раураӏ.example", "ѕсоре.example", "gооgle.example")) {
            assertThat(Confusables.looksAscii(host)).as(host).isTrue();
            String label = host.substring(0, host.indexOf('.'));
            assertThat(icu.areConfusable(label, Confusables.toAscii(label)))
                    .as(host)
                    .isNotZero();
        }
    }

    @Test
    void ordinaryForeignHosts_doNotLookAscii() {
        for (String host : List.of("почта.example", "bücher.example", "例え.example", "αθήνα.example", "plain.example")) {
            assertThat(Confusables.looksAscii(host)).as(host).isFalse();
        }
    }
}
