package dev.kith.simulate;

import java.io.IOException;

/** Takes what the simulation produces, in time order. One simulation, one writer. */
public interface MailWriter {
    /** The organisation; called once, before any mail. */
    void organisation(Charter charter) throws IOException;

    /** A message as the mailbox holds it, RFC 5322 with CRLF line ends, and the truth about it. */
    void mail(Label label, byte[] message) throws IOException;
}
