package dev.kith.server;

/** Hears how far a long job has come. Called from one thread at a time, as often as the job likes. */
public interface Progress {
    /**
     * @param what the step in a word or two, such as {@code Reading}
     * @param done how much of it is done, in any unit
     * @param total how much there is, in the same unit; 0 where unknown
     * @param count how many things were dealt with
     * @param unit what is counted, such as {@code mails}
     */
    void at(String what, long done, long total, long count, String unit);

    /** Hears nothing. */
    static Progress none() {
        return (what, done, total, count, unit) -> {};
    }
}
