package dev.kith.simulate;

import dev.kith.simulate.Body.Look;
import dev.kith.simulate.Body.Quote;

/** Sets the words of a mail as plain text. */
final class PlainText {
    /** Lines are broken at this length by programs that break them (RFC 3676, section 4.2 proposes 78 and less). */
    private static final int LINE_CHARS = 72;

    private final ClientProgram program;
    private final Quotation quotation;

    PlainText(ClientProgram program, Quotation quotation) {
        this.program = program;
        this.quotation = quotation;
    }

    String letter(Body body) {
        StringBuilder out = new StringBuilder(wrap(inline(body)));
        body.quoted().ifPresent(quote -> quote(quote, out));
        return out.append('\n').toString();
    }

    private void quote(Quote quote, StringBuilder out) {
        if (program.quoting() == ClientProgram.Quoting.OUTLOOK) {
            out.append("\n\n");
            if (program == ClientProgram.OUTLOOK_WEB || program == ClientProgram.OUTLOOK_IOS) {
                out.append("________________________________\n");
            }
            out.append(quotation.block(quote)).append("\n\n").append(letter(quote.body()));
        } else {
            out.append("\n\n").append(quotation.line(quote)).append("\n\n");
            String earlier = letter(quote.body()).stripTrailing();
            for (String line : earlier.split("\n", -1)) {
                out.append(line.startsWith(">") ? ">" : line.isEmpty() ? ">" : "> ")
                        .append(line)
                        .append('\n');
            }
        }
    }

    private String inline(Body body) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < body.text().length(); i++) {
            char c = body.text().charAt(i);
            if (!Body.isMark(c)) {
                out.append(c);
                continue;
            }
            Body.LinkRef link = body.link(c);
            if (link.look() == Look.BARE) {
                out.append(link.href());
            } else {
                out.append(link.words())
                        .append(program.cloudOutlook() ? "<" : " <")
                        .append(link.href())
                        .append('>');
            }
        }
        return out.toString();
    }

    /** Breaks long lines between words; format=flowed keeps the space at the end (RFC 3676). */
    private String wrap(String text) {
        if (program != ClientProgram.THUNDERBIRD && program != ClientProgram.ROUNDCUBE) {
            return text;
        }
        String end = program == ClientProgram.THUNDERBIRD ? " \n" : "\n";
        StringBuilder out = new StringBuilder();
        int column = 0;
        for (String token : text.split("(?<=[ \n])")) {
            boolean lineEnd = token.endsWith("\n");
            String word = token.strip();
            if (column > 0 && column + word.length() > LINE_CHARS) {
                out.setLength(out.length() - 1);
                out.append(end);
                column = 0;
            }
            out.append(word).append(lineEnd ? "\n" : " ");
            column = lineEnd ? 0 : column + word.length() + 1;
        }
        return out.toString().stripTrailing();
    }
}
