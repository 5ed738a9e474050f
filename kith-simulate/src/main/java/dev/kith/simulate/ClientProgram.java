package dev.kith.simulate;

import java.util.List;

/**
 * A program that people or machines write mail with, and its handwriting: which headers in which order, what its ids and
 * boundaries look like, how it quotes. In patterns, {@code #} is a digit, {@code %} a hexadecimal digit, {@code &} a capital
 * or digit, {@code *} a letter or digit, {@code @} the host part that follows.
 */
enum ClientProgram {
    OUTLOOK(
            "",
            "From To Cc Subject Thread-Topic Thread-Index Date Message-ID References In-Reply-To Accept-Language"
                    + " Content-Language X-MS-Has-Attach X-MS-TNEF-Correlator Content-Type MIME-Version",
            "&&&PR##MB####%%%%%%%%%%%%%%%%%%%%%%%%%@&&&PR##MB####.eurprd##.prod.outlook.com",
            "_000_&&&&&&&&&&&&&&&&&&&&&&&&_",
            Quoting.OUTLOOK),
    OUTLOOK_WEB(
            "",
            "From To Cc Subject Thread-Topic Thread-Index Date Message-ID References In-Reply-To Accept-Language"
                    + " Content-Language X-MS-Has-Attach X-MS-TNEF-Correlator msip_labels Content-Type MIME-Version",
            "&&&PR##MB####%%%%%%%%%%%%%%%%%%%%%%%%%@&&&PR##MB####.eurprd##.prod.outlook.com",
            "_000_&&&&&&&&&&&&&&&&&&&&&&&&_",
            Quoting.OUTLOOK),
    OUTLOOK_OLD(
            "Microsoft Outlook 16.0",
            "From To Cc References In-Reply-To Subject Date Message-ID MIME-Version Content-Type X-Mailer Thread-Index"
                    + " Content-Language",
            "%%%%%%%%%%%%$%%%%%%%%$%%%%%%%%$@domain",
            "----=_NextPart_000_%%%%_%%%%%%%%.%%%%%%%%",
            Quoting.OUTLOOK),
    OUTLOOK_IOS(
            "",
            "From To Cc Subject Thread-Topic Thread-Index Date Message-ID References In-Reply-To Accept-Language"
                    + " Content-Language X-MS-Has-Attach X-MS-TNEF-Correlator Content-Type MIME-Version",
            "&&&PR##MB####%%%%%%%%%%%%%%%%%%%%%%%%%@&&&PR##MB####.eurprd##.prod.outlook.com",
            "_000_&&&&&&&&&&&&&&&&&&&&&&&&_",
            Quoting.OUTLOOK),
    APPLE_MAIL(
            "Apple Mail (2.3774.600.62)",
            "From Content-Type Mime-Version Subject Message-Id Date References Cc In-Reply-To To X-Mailer",
            "%%%%%%%%-%%%%-4%%%-A%%%-%%%%%%%%%%%%@domain",
            "Apple-Mail=_%%%%%%%%-%%%%-4%%%-A%%%-%%%%%%%%%%%%",
            Quoting.INTERNET),
    IPHONE(
            "iPhone Mail (21F90)",
            "Content-Type Content-Transfer-Encoding From Mime-Version Subject Date Message-Id References Cc"
                    + " In-Reply-To To X-Mailer",
            "%%%%%%%%-%%%%-4%%%-A%%%-%%%%%%%%%%%%@domain",
            "Apple-Mail-%%%%%%%%-%%%%-4%%%-A%%%-%%%%%%%%%%%%",
            Quoting.INTERNET),
    GMAIL(
            "",
            "MIME-Version References In-Reply-To From Date X-Gm-Features Message-ID Subject To Cc Content-Type",
            "CA**************************************************@mail.gmail.com",
            "000000000000%%%%%%%%%%%%%%%%",
            Quoting.INTERNET),
    THUNDERBIRD(
            "Mozilla Thunderbird",
            "Message-ID Date MIME-Version User-Agent Subject Content-Language To Cc References From Organization"
                    + " In-Reply-To Content-Type Content-Transfer-Encoding",
            "%%%%%%%%-%%%%-4%%%-a%%%-%%%%%%%%%%%%@domain",
            "------------**********************",
            Quoting.INTERNET),
    ROUNDCUBE(
            "Roundcube Webmail/1.6.7",
            "MIME-Version Date From To Cc Subject In-Reply-To References User-Agent Message-ID X-Sender Organization"
                    + " Content-Type Content-Transfer-Encoding",
            "%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%@domain",
            "=_%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%",
            Quoting.INTERNET),
    ZIMBRA(
            "Zimbra 9.0.0_GA_4612 (ZimbraWebClient - FF128 (Win)/9.0.0_GA_4612)",
            "Date From To Cc Message-ID In-Reply-To References Subject MIME-Version Content-Type X-Originating-IP"
                    + " X-Mailer Thread-Index Thread-Topic",
            "#########.#######.#############.JavaMail.zimbra@domain",
            "----=_Part_#######_#########.#############",
            Quoting.OUTLOOK),
    MAILER(
            "",
            "Date From Reply-To To Message-ID Subject MIME-Version Content-Type List-Unsubscribe List-Unsubscribe-Post"
                    + " List-Id Precedence Feedback-ID X-Entity-ID",
            "**********************@domain",
            "%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%",
            Quoting.INTERNET),
    JAVA_MAIL(
            "",
            "Date From Reply-To To Cc Message-ID Subject MIME-Version Content-Type Auto-Submitted X-Auto-Response-Suppress",
            "#########.##.#############.JavaMail.app@domain",
            "----=_Part_##_########.#############",
            Quoting.INTERNET),
    PHP_MAILER(
            "PHPMailer 6.9.1 (https://github.com/PHPMailer/PHPMailer)",
            "Date To From Reply-To Subject Message-ID X-Mailer MIME-Version Content-Type",
            "****************************************@domain",
            "b1=_****************************************",
            Quoting.INTERNET),
    PYTHON(
            "",
            "Content-Type MIME-Version Subject From To Date Message-ID",
            "##################.####.###################@domain",
            "===============###################==",
            Quoting.INTERNET);

    private final String agent;
    private final String headers;
    private final String idPattern;
    private final String boundaryPattern;
    private final Quoting quoting;

    ClientProgram(String agent, String headers, String idPattern, String boundaryPattern, Quoting quoting) {
        this.agent = agent;
        this.headers = headers;
        this.idPattern = idPattern;
        this.boundaryPattern = boundaryPattern;
        this.quoting = quoting;
    }

    /** What it calls itself in X-Mailer or User-Agent; empty where it keeps quiet. */
    String agent() {
        return agent;
    }

    List<String> headers() {
        return List.of(headers.split(" "));
    }

    Quoting quoting() {
        return quoting;
    }

    /** Whether Exchange Online hands the mail on for it. */
    boolean cloudOutlook() {
        return this == OUTLOOK || this == OUTLOOK_WEB || this == OUTLOOK_IOS;
    }

    boolean phone() {
        return this == OUTLOOK_IOS || this == IPHONE;
    }

    /** Whether it writes plain text only. */
    boolean plainOnly() {
        return this == ROUNDCUBE;
    }

    String messageId(Dice dice, String domain) {
        String id = fill(idPattern, dice);
        if (cloudOutlook()) {
            // Exchange repeats the host at the head of the local part.
            int at = id.indexOf('@');
            // A tenant lives in one forest of servers, and on few of them.
            int home = 1 + Math.floorMod(domain.hashCode(), 9);
            String host = id.substring(at + 1, at + 4) + "PR0" + home + "MB" + dice.between(1000, 1011) + home
                    + ".eurprd0" + home + ".prod.outlook.com";
            id = host.substring(0, host.indexOf('.')) + id.substring(12, at) + "@" + host;
        }
        String upper = this == APPLE_MAIL || this == IPHONE || cloudOutlook() ? upperLocal(id) : id;
        return "<" + (upper.endsWith("@domain") ? upper.substring(0, upper.length() - 6) + domain : upper) + ">";
    }

    String boundary(Dice dice) {
        return fill(boundaryPattern, dice);
    }

    private static String upperLocal(String id) {
        int at = id.indexOf('@');
        return id.substring(0, at).toUpperCase(java.util.Locale.ROOT) + id.substring(at);
    }

    private static String fill(String pattern, Dice dice) {
        StringBuilder out = new StringBuilder(pattern.length());
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            switch (c) {
                case '#' -> out.append(dice.digits(1));
                case '%' -> out.append(dice.hex(1));
                case '&' -> out.append(dice.text(Dice.UPPER, 1));
                case '*' -> out.append(dice.text(Dice.URL.substring(0, 62), 1));
                default -> out.append(c);
            }
        }
        return out.toString();
    }

    /** How it sets an earlier mail under an answer. */
    enum Quoting {
        /** A block of From, Sent, To, Subject; the text below without marks. */
        OUTLOOK,
        /** A line "On ... wrote:" and the text with {@code >} before each line. */
        INTERNET
    }
}
