package dev.kith.connect.mail;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The author's program.
 *
 * @param family a stable short name; empty where unknown
 * @param version the program's own text, cut
 */
record MailClient(String family, String version) {
    private static final int VERSION_CHARS_MAX = 120; // chosen by hand

    /** Beginnings or parts of User-Agent and X-Mailer, lower case, by family; first match counts. */
    private static final Map<String, List<String>> NAMES = names();

    static MailClient read(HeaderBlock headers) {
        String version = "";
        for (String name : List.of("user-agent", "x-mailer", "x-newsreader", "x-mimeole")) {
            if (version.isEmpty()) {
                version = Words.cut(headers.text(name), VERSION_CHARS_MAX);
            }
        }
        String lower = Words.lower(version);
        for (Map.Entry<String, List<String>> family : NAMES.entrySet()) {
            for (String part : family.getValue()) {
                if (!lower.isEmpty() && lower.contains(part)) {
                    return new MailClient(family.getKey(), version);
                }
            }
        }
        String known = byOtherHeaders(headers, Words.lower(headers.first("message-id")));
        if (known.isEmpty() && !lower.isEmpty()) {
            known = firstWord(lower);
        }
        return new MailClient(known, version);
    }

    private static String byOtherHeaders(HeaderBlock headers, String id) {
        if (headers.has("x-phpmailer") || headers.has("x-php-originating-script") || headers.has("x-php-script")) {
            return "php";
        }
        if (headers.has("x-sg-eid") || id.contains("@geopod-ismtpd") || id.contains("@ismtpd")) {
            return "sendgrid";
        }
        if (headers.has("x-ses-outgoing") || id.endsWith("amazonses.com>")) {
            return "amazon-ses";
        }
        if (headers.has("x-mailgun-sid") || id.contains(".mailgun.")) {
            return "mailgun";
        }
        if (headers.has("x-mc-user")) {
            return "mailchimp";
        }
        if (headers.has("x-sfmc-stack")) {
            return "salesforce";
        }
        if (id.endsWith("@mail.gmail.com>") || headers.has("x-google-sender-auth")) {
            return "gmail";
        }
        boolean stamped = id.endsWith(".protection.outlook.com>"); // by the receiver, for want of one
        if ((id.endsWith(".outlook.com>") && !stamped)
                || headers.has("x-ms-has-attach")
                || headers.has("x-originatororg")) {
            return "exchange";
        }
        if (id.contains("@mail.yahoo.com>") || headers.has("x-ymail-osg")) {
            return "yahoo";
        }
        if (id.contains(".javamail.")) {
            return "javamail";
        }
        return "";
    }

    private static String firstWord(String lower) {
        int end = 0;
        while (end < lower.length() && (Character.isLetter(lower.charAt(end)) || lower.charAt(end) == '-')) {
            end++;
        }
        return Words.cut(lower.substring(0, end), 30);
    }

    private static Map<String, List<String>> names() {
        Map<String, List<String>> names = new LinkedHashMap<>();
        names.put("apple-mobile", List.of("iphone mail", "ipad mail"));
        names.put("apple-mail", List.of("apple mail"));
        names.put("outlook-express", List.of("outlook express", "windows live mail", "windows mail", "mimeole"));
        names.put("outlook-mac", List.of("microsoft-macoutlook", "entourage"));
        names.put("outlook-mobile", List.of("outlook-ios", "outlook-android", "outlook mobile"));
        names.put("exchange", List.of("exchange server", "internet mail service", "exchange v6"));
        names.put("outlook", List.of("microsoft outlook", "microsoft office outlook"));
        names.put("hyperkitty", List.of("hyperkitty"));
        names.put("git", List.of("git-send-email", "git format-patch", "b4 ", "stgit"));
        names.put("thunderbird", List.of("thunderbird", "icedove", "betterbird", "postbox"));
        names.put("seamonkey", List.of("seamonkey", "mozilla"));
        names.put("mutt", List.of("mutt"));
        names.put("pine", List.of("alpine", "pine"));
        names.put("evolution", List.of("evolution", "ximian"));
        names.put("kmail", List.of("kmail"));
        names.put("gnus", List.of("gnus"));
        names.put("notmuch", List.of("notmuch"));
        names.put("claws", List.of("claws mail", "sylpheed"));
        names.put("roundcube", List.of("roundcube"));
        names.put("squirrelmail", List.of("squirrelmail"));
        names.put("horde", List.of("horde", "internet messaging program"));
        names.put("zimbra", List.of("zimbra"));
        names.put("notes", List.of("lotus notes", "ibm notes", "hcl notes", "lotus domino", "hcl domino"));
        names.put("groupwise", List.of("groupwise"));
        names.put("the-bat", List.of("the bat"));
        names.put("eudora", List.of("eudora"));
        names.put("foxmail", List.of("foxmail"));
        names.put("yahoo", List.of("yahoomail", "ymail", "webservice/", "atlas"));
        names.put("sogo", List.of("sogomail", "sogo"));
        names.put("open-xchange", List.of("open-xchange"));
        names.put("php", List.of("phpmailer", "php/", "swift mailer", "swiftmailer", "symfony mailer"));
        names.put("mailchimp", List.of("mailchimp", "mandrill"));
        names.put("nodemailer", List.of("nodemailer"));
        names.put("python", List.of("python", "django"));
        names.put("javamail", List.of("javamail", "jakarta mail"));
        names.put("samsung", List.of("samsung email", "samsung mail"));
        names.put("proton", List.of("protonmail", "proton mail"));
        return names;
    }
}
