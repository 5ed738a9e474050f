package dev.kith.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.jsoup.Jsoup;
import org.openjdk.jmh.infra.Blackhole;

/** What the libraries under kith do with a mail when nobody asks what it means: fields, decoded bodies, a tree of the page. */
final class Libraries {
    private Libraries() {}

    static void parse(byte[] mail, Blackhole hole) throws IOException, MimeException {
        MimeTokenStream stream = new MimeTokenStream(MimeConfig.PERMISSIVE, DecodeMonitor.SILENT, null);
        stream.parse(new ByteArrayInputStream(mail));
        for (EntityState state = stream.getState(); state != EntityState.T_END_OF_STREAM; state = stream.next()) {
            if (state == EntityState.T_FIELD) {
                hole.consume(stream.getField().getBody());
            } else if (state == EntityState.T_BODY) {
                String text = new String(stream.getDecodedInputStream().readAllBytes(), StandardCharsets.UTF_8);
                boolean page = stream.getBodyDescriptor().getMimeType().equals("text/html");
                hole.consume(page ? Jsoup.parse(text).text() : text);
            }
        }
    }
}
