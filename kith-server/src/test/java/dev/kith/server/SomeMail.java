package dev.kith.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** A folder of a few plain mails to harbour.example, enough to scan. */
final class SomeMail {
    private SomeMail() {}

    /** Writes {@code count} mails, one a day from 1 March 2026, and returns the folder. */
    static Path in(Path folder, int count) throws IOException {
        Files.createDirectories(folder);
        for (int i = 1; i <= count; i++) {
            Files.writeString(
                    folder.resolve(String.format(Locale.ROOT, "%04d.eml", i)), text(i), StandardCharsets.UTF_8);
        }
        return folder;
    }

    /** The mail of a day of March 2026; the days go round after the 28th. */
    static String text(int i) {
        int day = (i - 1) % 28 + 1;
        return String.join(
                "\r\n",
                "Received: from mail.osterby.example (mail.osterby.example [192.0.2.7])",
                " by mx.harbour.example with ESMTPS; " + date(day, i),
                "From: Ragna Osterby <Ragna@Osterby.example>",
                "To: Imports <imports@harbour.example>",
                "Subject: Berth plan " + i,
                "Date: " + date(day, i),
                "Message-ID: <berth-" + i + "@osterby.example>",
                "Content-Type: text/plain; charset=utf-8",
                "",
                "Good morning, the berths of day " + day + " are as agreed by telephone.",
                "Ragna",
                "");
    }

    private static String date(int day, int i) {
        return String.format(Locale.ROOT, "%d Mar 2026 08:%02d:%02d +0000", day, i / 60 % 60, i % 60);
    }
}
