package dev.kith.server.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** Adds to a failed write where it was to go: of a full disk the system tells only that it is full, not which. */
final class NamedOutput extends OutputStream {
    private final OutputStream out;
    private final Path name;

    NamedOutput(OutputStream out, Path name) {
        this.out = out;
        this.name = name;
    }

    @Override
    public void write(int b) throws IOException {
        try {
            out.write(b);
        } catch (IOException e) {
            throw named(e);
        }
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            out.write(bytes, offset, length);
        } catch (IOException e) {
            throw named(e);
        }
    }

    @Override
    public void flush() throws IOException {
        try {
            out.flush();
        } catch (IOException e) {
            throw named(e);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            out.close();
        } catch (IOException e) {
            throw named(e);
        }
    }

    private FileSystemException named(IOException e) {
        FileSystemException named = new FileSystemException(name.toString(), null, e.getMessage());
        named.initCause(e);
        return named;
    }
}
