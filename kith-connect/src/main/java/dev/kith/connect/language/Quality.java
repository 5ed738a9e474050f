package dev.kith.connect.language;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** How well intents are told in mails none of whose patterns the scoring model has seen. */
final class Quality {
    private Quality() {}

    static void report(List<Corpus.Mail> mails, DocumentTrainer trainer, DocumentModel model, PrintStream out) {
        int languages = LanguageModel.LANGUAGES.size();
        int[][][] counts = new int[Outputs.INTENT_COUNT][languages][3];
        double[] buffer = new double[DocumentModel.INPUTS];
        for (Corpus.Mail mail : mails) {
            DocumentModel.Summary summary = trainer.summary(mail);
            for (int o = 0; o < Outputs.INTENT_COUNT; o++) {
                boolean said = model.probability(summary, o, buffer) >= 0.5;
                boolean meant = mail.targets()[o] >= 0.5;
                int[] cell = counts[o][mail.language()];
                cell[0] += said && meant ? 1 : 0;
                cell[1] += said ? 1 : 0;
                cell[2] += meant ? 1 : 0;
            }
        }
        out.println("precision/recall in percent at 0.5, patterns not trained on: " + LanguageModel.LANGUAGES);
        for (int o = 0; o < Outputs.INTENT_COUNT; o++) {
            StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-18s", Outputs.name(o)));
            for (int l = 0; l < languages; l++) {
                int[] cell = counts[o][l];
                line.append(
                        String.format(Locale.ROOT, " %3d/%3d", percent(cell[0], cell[1]), percent(cell[0], cell[2])));
            }
            out.println(line);
        }
    }

    private static long percent(int part, int whole) {
        return whole == 0 ? -1 : Math.round(100.0 * part / whole);
    }
}
