package dev.kith.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The people of one house, any number of them, and an audit log of what they do for a month: sign in, read and send mail,
 * open and fetch files, each with networks and a browser of their own. One in five hundred is away for some days, one in a
 * thousand has an intruder, and one account has a tenth of all records: failed sign-ins from a single block. Person {@code n}
 * is the same in every staff, and record {@code i} of a log always the same.
 */
final class Staff {
    private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
    private static final long SECONDS = 30L * 86_400;
    private static final int ONE_IN_AWAY = 500;
    private static final int ONE_IN_TAKEN = 1_000;
    private static final int ONE_IN_GUESSES = 10;
    private static final String[] AGENTS = {
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36",
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Edg/131.0.0.0",
        "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.6 Safari/605.1.15",
        "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0"
    };

    private final int people;

    Staff(int people) {
        this.people = people;
    }

    /** Writes a log, one record to the line, in order of time. */
    void write(Path file, int records) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (int i = 0; i < records; i++) {
                out.write(record(i, SECONDS * i / records));
                out.write('\n');
            }
        }
    }

    /** Record {@code i}, so many seconds after the beginning. */
    String record(long i, long second) {
        long bits = Crowd.mix(i);
        boolean guess = Long.remainderUnsigned(bits, ONE_IN_GUESSES) == 0;
        int n = guess ? 0 : 1 + Crowd.drawn(i, people - 1);
        long day = second / 86_400;
        boolean away = n % ONE_IN_AWAY == 7 && day >= 20 && day < 24;
        boolean taken = n % ONE_IN_TAKEN == 3 && day >= 22 && bits >>> 60 < 8;
        String from = guess
                ? "185.220.101." + (bits >>> 40 & 0xff)
                : taken ? "45.67.229." + n % 250 : away ? address(n, 1) : address(n, 0);
        return opening(i, second, n, guess ? "UserLoginFailed" : operation(bits >>> 8 & 15, taken))
                + "\"ClientIP\":\"" + from + "\","
                + "\"UserAgent\":\"" + AGENTS[taken ? 3 : (int) (Crowd.mix(n) & 1)] + "\","
                + rest(bits, n, guess, taken);
    }

    private static String opening(long i, long second, int n, String operation) {
        String time = START.plusSeconds(second).truncatedTo(ChronoUnit.SECONDS).toString();
        return "{\"CreationTime\":\"" + time.substring(0, 19) + "\",\"Id\":\"" + id(i) + "\",\"Operation\":\""
                + operation
                + "\",\"OrganizationId\":\"11111111-2222-4333-8444-555555555555\",\"UserType\":0,\"Version\":1,"
                + "\"UserKey\":\"1003" + n + "\",\"UserId\":\"" + user(n) + "\",";
    }

    private static String operation(long draw, boolean taken) {
        if (draw < 3) {
            return "UserLoggedIn";
        }
        if (draw < 7) {
            return "MailItemsAccessed";
        }
        if (draw < 9) {
            return "Send";
        }
        if (taken && draw == 9) {
            return "New-InboxRule";
        }
        return draw < 13 ? "FileAccessed" : "FileDownloaded";
    }

    /** The part in which the workloads differ. */
    private static String rest(long bits, int n, boolean guess, boolean taken) {
        long draw = bits >>> 8 & 15;
        String application =
                "\"ApplicationId\":\"00000000-0000-4000-8000-0000000000" + (10 + (bits >>> 30 & 7)) + "\",";
        if (guess || draw < 3) {
            return "\"RecordType\":15,\"Workload\":\"AzureActiveDirectory\"," + application + "\"ResultStatus\":\""
                    + (guess ? "Failed\",\"LogonError\":\"InvalidUserNameOrPassword" : "Success")
                    + "\",\"ExtendedProperties\":[{\"Name\":\"RequestType\",\"Value\":\"OAuth2:Authorize\"}],"
                    + "\"DeviceProperties\":[{\"Name\":\"OS\",\"Value\":\"Windows11\"},{\"Name\":\"SessionId\",\"Value\":\""
                    + id(n) + "\"}],\"ModifiedProperties\":[],\"ErrorNumber\":\"" + (guess ? 50126 : 0) + "\"}";
        }
        if (taken && draw == 9) {
            return "\"RecordType\":1,\"Workload\":\"Exchange\",\"ObjectId\":\"" + user(n)
                    + "\",\"Parameters\":[{\"Name\":\"Name\",\"Value\":\".\"},{\"Name\":\"DeleteMessage\",\"Value\":\"True\"},"
                    + "{\"Name\":\"SubjectContainsWords\",\"Value\":\"invoice\"}]}";
        }
        if (draw < 9) {
            return "\"RecordType\":" + (draw < 7 ? 50 : 2) + ",\"Workload\":\"Exchange\"," + application
                    + "\"MailboxOwnerUPN\":\"" + user(n) + "\",\"Item\":{\"Subject\":\"Delivery " + (bits >>> 50)
                    + "\",\"InternetMessageId\":\"<" + id(bits) + "@harbour.example>\"}}";
        }
        String name = "Plan " + (bits >>> 44 & 0x3ff) + ".docx";
        return "\"RecordType\":6,\"Workload\":\"SharePoint\",\"EventSource\":\"SharePoint\",\"ItemType\":\"File\","
                + "\"ObjectId\":\"https://harbour.sharepoint.example/sites/quay/Shared Documents/" + name
                + "\",\"SourceFileName\":\"" + name
                + "\",\"SiteUrl\":\"https://harbour.sharepoint.example/sites/quay/\"}";
    }

    private static String user(int n) {
        return Crowd.name(n).replace(' ', '.') + n + "@" + Samples.OUR_DOMAIN;
    }

    /** The network at home of person {@code n}, or another one far from it. */
    private static String address(int n, int which) {
        long bits = Crowd.mix(2L * n + which);
        return (which == 0 ? 80 + (bits >>> 60 & 7) : 24 + (bits >>> 60 & 7)) + "." + (bits >>> 16 & 0xff) + "."
                + (bits >>> 24 & 0xff) + "." + (1 + (bits >>> 32 & 0x7f));
    }

    private static String id(long n) {
        String hex = Long.toHexString(Crowd.mix(n) | 1L << 63);
        return hex.substring(0, 8) + "-" + hex.substring(8, 12) + "-4" + hex.substring(13) + "-8000-" + "0123456789ab";
    }
}
