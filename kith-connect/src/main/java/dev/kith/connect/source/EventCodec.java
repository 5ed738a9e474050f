package dev.kith.connect.source;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import dev.kith.event.ApiActivity;
import dev.kith.event.Authentication;
import dev.kith.event.DetectionFinding;
import dev.kith.event.EmailActivity;
import dev.kith.event.EmailTrace;
import dev.kith.event.Event;
import dev.kith.event.FileHostingActivity;
import dev.kith.event.IntList;
import dev.kith.event.MailboxActivity;
import dev.kith.event.NetworkActivity;
import dev.kith.event.UserManagement;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * Writes events as bytes and reads them back equal. A frame is a length, the number of the kind and the event: a mail, which
 * has many parts, as CBOR, its components in order and without names; a record of a log, of which there are many, as {@link
 * RecordWriter} packs it. The form is for files of one run only: it has no version and is never kept.
 */
final class EventCodec {
    /** Number of a kind: its place here. Every permitted type stands in it, which a test checks. */
    static final List<Class<? extends Event>> KINDS = List.of(
            EmailActivity.class,
            EmailTrace.class,
            Authentication.class,
            FileHostingActivity.class,
            UserManagement.class,
            MailboxActivity.class,
            ApiActivity.class,
            DetectionFinding.class,
            NetworkActivity.class);

    private final ObjectWriter mailWriter;
    private final ObjectReader mailReader;

    EventCodec() {
        JsonMapper mapper = mapper();
        mailWriter = mapper.writer();
        mailReader = mapper.readerFor(EmailActivity.class);
    }

    private static JsonMapper mapper() {
        SimpleModule module = new SimpleModule()
                .addSerializer(String.class, new TextWriter())
                .addDeserializer(String.class, new TextReader())
                .addSerializer(Instant.class, new InstantWriter())
                .addDeserializer(Instant.class, new InstantReader())
                .addSerializer(IntList.class, new IntListWriter())
                .addDeserializer(IntList.class, new IntListReader());
        CBORFactory factory = CBORFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxStringLength(Integer.MAX_VALUE)
                        .build())
                .build();
        JsonMapper mapper = new JsonMapper(factory);
        mapper.registerModule(new Jdk8Module());
        mapper.registerModule(module);
        mapper.setVisibility(PropertyAccessor.IS_GETTER, JsonAutoDetect.Visibility.NONE);
        mapper.setDefaultPropertyInclusion(JsonInclude.Include.ALWAYS);
        mapper.setAnnotationIntrospector(new RecordsAsArrays());
        mapper.enable(SerializationFeature.WRITE_ENUMS_USING_INDEX);
        mapper.enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
        return mapper;
    }

    Writer writer(DataOutputStream out) {
        return new Writer(out);
    }

    Reader reader(DataInputStream in) {
        return new Reader(in);
    }

    /** Writes the events of one file. */
    final class Writer {
        private final DataOutputStream out;
        private final RecordWriter records = new RecordWriter();

        private Writer(DataOutputStream out) {
            this.out = out;
        }

        void write(Event event) throws IOException {
            if (event instanceof EmailActivity) {
                byte[] body = mailWriter.writeValueAsBytes(event);
                frame(event, body, body.length);
            } else {
                records.pack(event);
                frame(event, records.bytes(), records.size());
            }
        }

        private void frame(Event event, byte[] body, int length) throws IOException {
            out.writeInt(length);
            out.writeByte(kind(event));
            out.write(body, 0, length);
        }
    }

    /** Reads the events of one file, from its beginning on. */
    final class Reader {
        private final DataInputStream in;
        private final RecordReader records = new RecordReader();

        private Reader(DataInputStream in) {
            this.in = in;
        }

        /** The next event; empty at the end. */
        Optional<Event> read() throws IOException {
            int length;
            try {
                length = in.readInt();
            } catch (EOFException e) {
                return Optional.empty();
            }
            int kind = in.readUnsignedByte();
            byte[] body = in.readNBytes(length);
            if (body.length != length || kind >= KINDS.size()) {
                throw new IOException("spilled events are damaged");
            }
            return Optional.of(
                    KINDS.get(kind) == EmailActivity.class ? mailReader.readValue(body) : record(kind, body));
        }

        private Event record(int kind, byte[] body) throws IOException {
            try {
                return records.unpack(KINDS.get(kind), body);
            } catch (IndexOutOfBoundsException
                    | NoSuchElementException
                    | IllegalArgumentException
                    | ArithmeticException e) {
                throw new IOException("spilled events are damaged", e);
            }
        }
    }

    private static int kind(Event event) {
        int kind = KINDS.indexOf(event.getClass());
        if (kind < 0) {
            throw new AssertionError("event kind without a number: " + event.getClass());
        }
        return kind;
    }

    private static final class RecordsAsArrays extends JacksonAnnotationIntrospector {
        private static final long serialVersionUID = 1L;

        @Override
        public JsonFormat.Value findFormat(Annotated member) {
            if (member instanceof AnnotatedClass && member.getRawType().isRecord()) {
                return JsonFormat.Value.forShape(JsonFormat.Shape.ARRAY);
            }
            return super.findFormat(member);
        }
    }

    /** Texts come from outside and may hold half a character, which UTF-8 cannot say: such a text is written as UTF-16. */
    private static final class TextWriter extends StdSerializer<String> {
        private static final long serialVersionUID = 1L;

        TextWriter() {
            super(String.class);
        }

        @Override
        public void serialize(String value, JsonGenerator out, SerializerProvider provider) throws IOException {
            if (isWhole(value)) {
                out.writeString(value);
                return;
            }
            ByteBuffer bytes = ByteBuffer.allocate(2 * value.length());
            bytes.asCharBuffer().put(value);
            out.writeBinary(bytes.array());
        }

        private static boolean isWhole(String text) {
            for (int i = 0; i < text.length(); i++) {
                if (Character.isSurrogate(text.charAt(i))) {
                    return StandardCharsets.UTF_8.newEncoder().canEncode(text);
                }
            }
            return true;
        }
    }

    private static final class TextReader extends StdDeserializer<String> {
        private static final long serialVersionUID = 1L;

        TextReader() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser in, DeserializationContext context) throws IOException {
            return in.currentToken() == JsonToken.VALUE_EMBEDDED_OBJECT
                    ? ByteBuffer.wrap(in.getBinaryValue()).asCharBuffer().toString()
                    : in.getText();
        }
    }

    private static final class InstantWriter extends StdSerializer<Instant> {
        private static final long serialVersionUID = 1L;

        InstantWriter() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeArray(new long[] {value.getEpochSecond(), value.getNano()}, 0, 2);
        }
    }

    private static final class InstantReader extends StdDeserializer<Instant> {
        private static final long serialVersionUID = 1L;

        InstantReader() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser in, DeserializationContext context) throws IOException {
            long second = in.nextLongValue(0);
            int nano = in.nextIntValue(0);
            in.nextToken();
            return Instant.ofEpochSecond(second, nano);
        }
    }

    private static final class IntListWriter extends StdSerializer<IntList> {
        private static final long serialVersionUID = 1L;

        IntListWriter() {
            super(IntList.class);
        }

        @Override
        public void serialize(IntList value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeArray(value.toArray(), 0, value.size());
        }
    }

    private static final class IntListReader extends StdDeserializer<IntList> {
        private static final long serialVersionUID = 1L;

        IntListReader() {
            super(IntList.class);
        }

        @Override
        public IntList deserialize(JsonParser in, DeserializationContext context) throws IOException {
            return IntList.of(context.readValue(in, int[].class));
        }
    }
}
