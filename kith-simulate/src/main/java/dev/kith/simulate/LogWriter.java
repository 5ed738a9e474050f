package dev.kith.simulate;

import java.io.IOException;
import java.time.LocalDate;

/** Takes what the organisation's cloud writes down, each kind in the order in which an export would give it. */
public interface LogWriter {
    /** A record of the audit log, on the day of its arrival. */
    void audit(LocalDate arrived, String record) throws IOException;

    /** A sign-in in the form of Graph, on the day on which it happened. */
    void signIn(LocalDate day, String signIn) throws IOException;

    /** A row of the message trace, on the day on which the mail was received. */
    void trace(LocalDate day, String row) throws IOException;

    /** The truth about something that spans several events; called after everything else. */
    void scenario(Scenario scenario) throws IOException;
}
