package dev.kith.connect.language;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Everything learned, as one file: big-endian, uncompressed (the archive compresses it), same training, same bytes.
 *
 * @param origin what it was made from: version of the trainer, seed, SHA-256 of the training text
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, shared only within this package
record Model(String origin, int[] features, SentenceModel sentences, DocumentModel documents, LanguageModel language) {
    static final String RESOURCE = "intents.bin";

    private static final int MAGIC = 0x4b4c4e31;

    static Model of(
            String origin,
            WordList words,
            int[] features,
            byte[] weights,
            float[] scale,
            float[] bias,
            float[] documents,
            byte[] language) {
        SentenceModel sentences = new SentenceModel(words, new HashSet32(features), weights, scale, bias);
        return new Model(origin, features, sentences, new DocumentModel(documents), new LanguageModel(language));
    }

    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(MAGIC);
            out.writeUTF(origin);
            out.writeUTF(Outputs.signature());
            write(out, sentences.lexicon().hashes());
            out.writeInt(sentences.lexicon().contentCount());
            write(out, features);
            out.write(sentences.weights());
            write(out, sentences.scale());
            write(out, sentences.bias());
            write(out, documents.weights());
            out.write(language.table());
        } catch (IOException e) {
            throw new AssertionError("memory does not fail", e);
        }
        return bytes.toByteArray();
    }

    static Model read(InputStream source) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(source, 1 << 16));
        if (in.readInt() != MAGIC) {
            throw new IOException("no weights of this program");
        }
        String origin = in.readUTF();
        String signature = in.readUTF();
        if (!signature.equals(Outputs.signature())) {
            throw new IOException("weights for other intents: " + signature);
        }
        WordList words = new WordList(ints(in), in.readInt());
        int[] features = ints(in);
        byte[] weights = in.readNBytes(features.length * Outputs.COUNT);
        float[] scale = floats(in, Outputs.COUNT);
        float[] bias = floats(in, Outputs.COUNT);
        float[] documents = floats(in, Outputs.INTENT_COUNT * DocumentModel.INPUTS);
        byte[] language = in.readNBytes(LanguageModel.BUCKETS * LanguageModel.LANGUAGES.size());
        return of(origin, words, features, weights, scale, bias, documents, language);
    }

    private static void write(DataOutputStream out, int[] values) throws IOException {
        out.writeInt(values.length);
        for (int value : values) {
            out.writeInt(value);
        }
    }

    private static void write(DataOutputStream out, float[] values) throws IOException {
        for (float value : values) {
            out.writeFloat(value);
        }
    }

    private static int[] ints(DataInputStream in) throws IOException {
        int[] values = new int[in.readInt()];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.readInt();
        }
        return values;
    }

    private static float[] floats(DataInputStream in, int count) throws IOException {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = in.readFloat();
        }
        return values;
    }
}
