package dev.kith.simulate.m365;

/**
 * What a mailbox is used with, as Exchange writes it down.
 *
 * @param info the ClientInfoString: protocol, and the program behind it where known
 * @param process process and version of a desktop program; empty for others
 */
public record MailProgram(App app, String info, String process, String version) {
    /** Outlook on a desk, of that build. */
    public static MailProgram desktop(int build) {
        return new MailProgram(App.OFFICE, "Client=MSExchangeRPC", "OUTLOOK.EXE", "16.0." + build + ".20000");
    }

    /** Outlook in a browser. */
    public static MailProgram web(String agent) {
        return new MailProgram(App.OUTLOOK_WEB, "Client=OWA;" + agent + ";", "", "");
    }

    /** Outlook on a telephone. */
    public static MailProgram mobile(boolean apple) {
        return new MailProgram(
                App.OUTLOOK_MOBILE, "Client=OutlookService;Outlook-" + (apple ? "iOS" : "Android") + "/2.0;", "", "");
    }

    /** The mail program that a telephone comes with. */
    public static MailProgram activeSync(String agent) {
        return new MailProgram(
                App.APPLE_MAIL,
                "Client=ActiveSync;UserAgent=" + agent + ";Action=/Microsoft-Server-ActiveSync/default.eas",
                "",
                "");
    }

    /** A program that fetches by IMAP. */
    public static MailProgram imap(App app) {
        return new MailProgram(app, "Client=POP3/IMAP4;Protocol=IMAP4", "", "");
    }

    /** A program that comes by the interface for programs. */
    public static MailProgram rest(App app) {
        return new MailProgram(app, "Client=REST;Client=RESTSystem;;", "", "");
    }
}
