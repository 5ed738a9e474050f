package dev.kith.connect.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class QuotationTest {
    @Test
    void marksAndTheirAttribution_areQuoted() {
        Quotation.Split split = Quotation.split(
                "Yes.\n\nOn Friday 6 March Jane <j@a.example>\nwrote:\n> Can you?\n> Now?\n\nAnd thanks.\n");
        assertThat(split.author()).isEqualTo("Yes.\n\n\nAnd thanks.");
        assertThat(split.quoted()).isEqualTo("On Friday 6 March Jane <j@a.example>\nwrote:\nCan you?\nNow?");
    }

    @Test
    void headerBlockInEachLanguage_beginsTheQuotation() {
        for (String block : List.of(
                "From: Jane\nSent: Friday\nTo: Ute\nSubject: x",
                "Von: Jane\nGesendet: Freitag\nAn: Ute\nBetreff: x",
                "De : Jane\nEnvoyé : vendredi\nÀ : Ute\nObjet : x",
                "De: Jane\nEnviado el: viernes\nPara: Ute\nAsunto: x",
                "Da: Jane\nInviato: venerdì\nA: Ute\nOggetto: x",
                "De: Jane\nEnviada em: sexta\nPara: Ute\nAssunto: x",
                "Van: Jane\nVerzonden: vrijdag\nAan: Ute\nOnderwerp: x",
                "*From:* Jane\n*Sent:* Friday\n*To:* Ute")) {
            Quotation.Split split =
                    Quotation.split("Fine.\n________________________________\n" + block + "\n\nold text\n");
            assertThat(split.author()).as(block).isEqualTo("Fine.");
            assertThat(split.quoted()).as(block).startsWith(block).endsWith("old text");
        }
    }

    @Test
    void separatorInEachLanguage_beginsTheQuotation() {
        for (String line : List.of(
                "-----Original Message-----",
                "-----Ursprüngliche Nachricht-----",
                "-----Message d'origine-----",
                "-----Mensaje original-----",
                "-----Messaggio originale-----",
                "-----Mensagem original-----",
                "-----Oorspronkelijk bericht-----",
                "Begin forwarded message:")) {
            assertThat(Quotation.split("Fine.\n" + line + "\nold\n").author())
                    .as(line)
                    .isEqualTo("Fine.");
        }
    }

    @Test
    void signatureAndListFooter_areSetAside() {
        Quotation.Split split = Quotation.split("Text.\n-- \nJane\n____________________________\ntidal mailing list\n");
        assertThat(split.author()).isEqualTo("Text.");
        assertThat(split.aside()).contains("Jane").contains("mailing list");
    }

    @Test
    void longTextBelowASignatureMark_staysTheAuthors() {
        String text = "Hi.\n--\n" + "please pay the invoice at once\n".repeat(80);
        assertThat(Quotation.split(text).author()).contains("please pay");
    }

    @Test
    void ordinaryLineWithColon_isNotAnAttribution() {
        String text = "On the agenda:\nfirst point\nFrom: where we stand, it is fine\n";
        assertThat(Quotation.split(text).quoted()).isEmpty();
    }

    @Test
    void manyLines_takeLinearTime() {
        assertThat(Quotation.split("On x\n".repeat(50_000)).author()).isNotEmpty();
        assertThat(Quotation.split("--\n".repeat(50_000)).author()).isNotEmpty();
    }

    @Test
    void answerBelowAnAttribution_isTheAuthorsWhereTheQuotationWasTakenOut() {
        String text = "On Tue, 3 Mar 2026 at 08:15 Jane <j@a.example> wrote:\nYes, Friday suits us.";
        assertThat(Quotation.split(text, true).author()).isEqualTo("Yes, Friday suits us.");
        assertThat(Quotation.split(text, false).author()).isEmpty();
    }
}
