package dev.kith.simulate;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Keeps what a simulation writes: labels, a digest of all bytes, and the messages where wanted. */
final class Recorder implements MailWriter {
    final List<Label> labels = new ArrayList<>();
    final List<byte[]> messages = new ArrayList<>();
    private final boolean keep;
    private final MessageDigest digest;
    Optional<Charter> charter = Optional.empty();

    Recorder(boolean keep) {
        this.keep = keep;
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK knows SHA-256", e);
        }
    }

    @Override
    public void organisation(Charter founded) {
        charter = Optional.of(founded);
    }

    @Override
    public void mail(Label label, byte[] message) {
        labels.add(label);
        digest.update(label.toString().getBytes(StandardCharsets.UTF_8));
        digest.update(message);
        if (keep) {
            messages.add(message);
        }
    }

    String digest() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
