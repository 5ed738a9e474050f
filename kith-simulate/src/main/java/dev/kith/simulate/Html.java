package dev.kith.simulate;

import dev.kith.simulate.Body.Look;
import dev.kith.simulate.Body.Quote;

/** Sets the words of a mail as HTML, in the handwriting of a program. */
final class Html {
    private static final String DOCUMENT_STYLE = "<style>p.MsoNormal{margin:0cm;font-size:11.0pt;"
            + "font-family:\"Calibri\",sans-serif;}a:link{color:#0563C1;text-decoration:underline;}</style>";

    private final ClientProgram program;
    private final Quotation quotation;

    Html(ClientProgram program, Quotation quotation) {
        this.program = program;
        this.quotation = quotation;
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    String letter(Body body) {
        String inner = paragraphs(body) + body.quoted().map(this::quote).orElse("");
        return switch (program) {
            case OUTLOOK, OUTLOOK_OLD ->
                "<html xmlns:o=\"urn:schemas-microsoft-com:office:office\">\n<head>\n<meta"
                        + " http-equiv=\"Content-Type\" content=\"text/html; charset=utf-8\">\n<meta name=\"Generator\""
                        + " content=\"Microsoft Word 15 (filtered medium)\">\n" + DOCUMENT_STYLE + "\n</head>\n<body"
                        + " lang=\"EN-GB\" link=\"#0563C1\" vlink=\"#954F72\">\n<div class=\"WordSection1\">\n" + inner
                        + "</div>\n</body>\n</html>\n";
            case OUTLOOK_WEB, OUTLOOK_IOS ->
                "<html>\n<head>\n<meta http-equiv=\"Content-Type\" content=\"text/html;"
                        + " charset=utf-8\">\n<style type=\"text/css\" style=\"display:none;\"> P {margin-top:0;margin-bottom:0;}"
                        + " </style>\n</head>\n<body dir=\"ltr\">\n" + inner + "</body>\n</html>\n";
            case APPLE_MAIL ->
                "<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=utf-8\"></head>"
                        + "<body style=\"overflow-wrap: break-word; -webkit-nbsp-mode: space; line-break: after-white-space;\">"
                        + inner + "</body></html>";
            case IPHONE ->
                "<html><head><meta http-equiv=\"content-type\" content=\"text/html; charset=utf-8\"></head>"
                        + "<body dir=\"auto\">" + inner + "</body></html>";
            case GMAIL -> "<div dir=\"ltr\">" + inner + "</div>\n";
            case THUNDERBIRD ->
                "<!DOCTYPE html>\n<html>\n  <head>\n    <meta http-equiv=\"content-type\""
                        + " content=\"text/html; charset=UTF-8\">\n  </head>\n  <body>\n" + inner
                        + "  </body>\n</html>\n";
            default ->
                "<html><body><div style=\"font-family: arial, helvetica, sans-serif; font-size: 12pt\">" + inner
                        + "</div></body></html>\n";
        };
    }

    /** A designed page: title bar, text, button, small print. The last paragraph is the small print. */
    String designed(String title, Body body) {
        String text = body.text();
        int cut = text.lastIndexOf("\n\n");
        String main = cut < 0 ? text : text.substring(0, cut);
        String small = cut < 0 ? "" : text.substring(cut + 2);
        return "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\""
                + " content=\"width=device-width\"><title>" + escape(title) + "</title></head>\n<body"
                + " style=\"margin:0;background:#f3f4f6;font-family:Segoe UI,Helvetica,Arial,sans-serif\">\n<table"
                + " role=\"presentation\" width=\"100%\"><tr><td align=\"center\">\n<table role=\"presentation\""
                + " width=\"600\" style=\"background:#ffffff\"><tr><td style=\"padding:24px 32px\">\n<h2"
                + " style=\"margin:0 0 16px\">" + escape(title) + "</h2>\n" + table(main, body)
                + "</td></tr>\n<tr><td style=\"padding:16px 32px;font-size:11px;color:#6b7280\">"
                + inline(small, body) + "</td></tr></table>\n</td></tr></table>\n</body></html>\n";
    }

    private String table(String text, Body body) {
        StringBuilder out = new StringBuilder();
        for (String paragraph : text.split("\n\n")) {
            out.append("<p style=\"margin:0 0 14px;font-size:14px;line-height:20px\">")
                    .append(inline(paragraph, body))
                    .append("</p>\n");
        }
        return out.toString();
    }

    private String paragraphs(Body body) {
        StringBuilder out = new StringBuilder();
        for (String paragraph : body.text().split("\n\n")) {
            String inline = inline(paragraph, body);
            switch (program) {
                case OUTLOOK, OUTLOOK_OLD ->
                    out.append("<p class=\"MsoNormal\">")
                            .append(inline)
                            .append("<o:p></o:p></p>\n<p class=\"MsoNormal\"><o:p>&nbsp;</o:p></p>\n");
                case OUTLOOK_WEB ->
                    out.append("<div class=\"elementToProof\" style=\"font-family: Aptos, Calibri, sans-serif;"
                                    + " font-size: 12pt; color: rgb(0, 0, 0);\">")
                            .append(inline)
                            .append("</div>\n<div><br></div>\n");
                case OUTLOOK_IOS ->
                    out.append("<div dir=\"ltr\" style=\"font-family: Aptos, sans-serif; font-size:" + " 12pt;\">")
                            .append(inline)
                            .append("</div>\n<div dir=\"ltr\"><br></div>\n");
                case THUNDERBIRD -> out.append("    <p>").append(inline).append("</p>\n");
                default -> out.append("<div>").append(inline).append("</div><div><br></div>");
            }
        }
        return out.toString();
    }

    private String inline(String text, Body body) {
        StringBuilder out = new StringBuilder();
        String escaped = escape(text);
        for (int i = 0; i < escaped.length(); i++) {
            char c = escaped.charAt(i);
            if (Body.isMark(c)) {
                out.append(anchor(body.link(c)));
            } else if (c == '\n') {
                out.append(program == ClientProgram.OUTLOOK ? "<br>\n" : "<br>");
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    private String anchor(Body.LinkRef link) {
        String href = escape(link.href());
        if (link.look() == Look.BUTTON) {
            return "<a href=\"" + href + "\" style=\"background-color:#0b5cab;color:#ffffff;text-decoration:none;"
                    + "display:inline-block;padding:10px 22px;border-radius:4px;font-weight:600\">"
                    + escape(link.words())
                    + "</a>";
        }
        String extra = switch (program) {
            case GMAIL -> " target=\"_blank\"";
            case OUTLOOK_WEB -> " class=\"OWAAutoLink\"";
            default -> "";
        };
        return "<a href=\"" + href + "\"" + extra + ">" + escape(link.words()) + "</a>";
    }

    private String quote(Quote quote) {
        String inner = paragraphs(quote.body())
                + quote.body().quoted().map(this::quote).orElse("");
        if (program.quoting() == ClientProgram.Quoting.OUTLOOK) {
            String head = escape(quotation.block(quote))
                    .replaceAll("(?m)^([^:]+:)", "<b>$1</b>")
                    .replace("\n", "<br>\n");
            return "<div style=\"border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm\"><p"
                    + " class=\"MsoNormal\">" + head + "</p></div>\n" + inner;
        }
        String line = escape(quotation.line(quote));
        return switch (program) {
            case GMAIL ->
                "<br><div class=\"gmail_quote\"><div dir=\"ltr\" class=\"gmail_attr\">" + line
                        + "<br></div><blockquote class=\"gmail_quote\" style=\"margin:0px 0px 0px 0.8ex;border-left:1px solid"
                        + " rgb(204,204,204);padding-left:1ex\">" + inner + "</blockquote></div>";
            case THUNDERBIRD ->
                "    <div class=\"moz-cite-prefix\">" + line + "<br></div>\n    <blockquote type=\"cite\""
                        + " cite=\"mid:quoted\">\n" + inner + "    </blockquote>\n";
            default -> "<div><br><blockquote type=\"cite\"><div>" + line + "</div><br>" + inner + "</blockquote></div>";
        };
    }
}
