package dev.lotline.edge.api;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.std.JsonNodeDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import com.fasterxml.jackson.databind.type.LogicalType;
import dev.lotline.kernel.Quantity;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * JSON as written and nothing guessed: no duplicate key, no text for a number, no date that is not in the calendar, no
 * number that a quantity can't be. Numbers go out plain: {@code 38}, never {@code 38.0000} or {@code 3.8E+1}.
 */
@Singleton
public final class StrictJson implements ObjectMapperCustomizer {
    private static final StreamReadConstraints LIMITS = StreamReadConstraints.builder()
            .maxNestingDepth(32)
            .maxNumberLength(40)
            .maxStringLength(65_536)
            .maxNameLength(256)
            .build();

    @Override
    public int priority() {
        // after the customizers of extensions
        return MINIMUM_PRIORITY;
    }

    @Override
    public void customize(ObjectMapper json) {
        json.getFactory().setStreamReadConstraints(LIMITS);
        json.getFactory().configure(StreamReadFeature.STRICT_DUPLICATE_DETECTION.mappedFeature(), true);
        json.configure(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN, true);
        json.enable(
                DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS,
                DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
        json.disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE);
        json.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
        refuseGuesses(json);
        json.registerModule(new SimpleModule("lotline")
                .addSerializer(BigDecimal.class, new Plain())
                .addDeserializer(BigDecimal.class, new Units())
                .addDeserializer(JsonNode.class, new Tree())
                .addDeserializer(LocalDate.class, new Day())
                .addDeserializer(OffsetDateTime.class, new Moment()));
    }

    private static void refuseGuesses(ObjectMapper json) {
        refuse(
                json,
                LogicalType.Textual,
                CoercionInputShape.Integer,
                CoercionInputShape.Float,
                CoercionInputShape.Boolean);
        refuse(
                json,
                LogicalType.Boolean,
                CoercionInputShape.Integer,
                CoercionInputShape.String,
                CoercionInputShape.EmptyString);
        refuse(
                json,
                LogicalType.Integer,
                CoercionInputShape.String,
                CoercionInputShape.EmptyString,
                CoercionInputShape.Boolean);
        refuse(
                json,
                LogicalType.Float,
                CoercionInputShape.String,
                CoercionInputShape.EmptyString,
                CoercionInputShape.Boolean);
        refuse(json, LogicalType.Enum, CoercionInputShape.EmptyString, CoercionInputShape.Integer);
    }

    private static void refuse(ObjectMapper json, LogicalType type, CoercionInputShape... shapes) {
        for (CoercionInputShape shape : shapes) {
            json.coercionConfigFor(type).setCoercion(shape, CoercionAction.Fail);
        }
    }

    /** Writes {@code 38}, {@code 0.25}. */
    private static final class Plain extends StdScalarSerializer<BigDecimal> {
        private static final int DIGITS_OF_A_LONG = 18;

        Plain() {
            super(BigDecimal.class);
        }

        @Override
        public void serialize(BigDecimal value, JsonGenerator out, SerializerProvider provider) throws IOException {
            BigDecimal plain = Quantity.plain(value);
            if (plain.scale() == 0 && plain.precision() <= DIGITS_OF_A_LONG) {
                out.writeNumber(plain.longValue());
            } else {
                out.writeNumber(plain);
            }
        }
    }

    /** Reads a JSON number of at most 10 digits before and 4 after the point; 1e400 is refused before it grows. */
    private static final class Units extends StdScalarDeserializer<BigDecimal> {
        private static final int DIGITS_BEFORE_POINT = 10;

        Units() {
            super(BigDecimal.class);
        }

        @Override
        public @Nullable BigDecimal deserialize(JsonParser in, DeserializationContext context) throws IOException {
            if (!in.currentToken().isNumeric()) {
                return (BigDecimal) context.handleUnexpectedToken(BigDecimal.class, in);
            }
            try {
                BigDecimal read = new BigDecimal(in.getText()).stripTrailingZeros();
                if (read.scale() <= Quantity.MAX_DECIMALS
                        && read.precision() - (long) read.scale() <= DIGITS_BEFORE_POINT) {
                    return read.scale() < 0 ? read.setScale(0) : read;
                }
            } catch (NumberFormatException | ArithmeticException tooMuch) {
                // an exponent beyond what a number can hold: refused below like any other
            }
            return (BigDecimal) context.handleWeirdStringValue(BigDecimal.class, in.getText(), "not a quantity");
        }
    }

    /** Reads a tree as ever; a number beyond what a number can hold is unreadable JSON, not a fault of ours. */
    private static final class Tree extends StdDeserializer<JsonNode> {
        private static final JsonDeserializer<? extends JsonNode> USUAL =
                JsonNodeDeserializer.getDeserializer(JsonNode.class);

        Tree() {
            super(JsonNode.class);
        }

        @Override
        public JsonNode deserialize(JsonParser in, DeserializationContext context) throws IOException {
            try {
                return USUAL.deserialize(in, context);
            } catch (NumberFormatException tooMuch) {
                throw new JsonParseException(in, "not a number", tooMuch);
            }
        }

        @Override
        public JsonNode getNullValue(DeserializationContext context) {
            return NullNode.getInstance();
        }
    }

    /** Reads {@code YYYY-MM-DD}, a day that exists. */
    private static final class Day extends StdScalarDeserializer<LocalDate> {
        private static final Pattern SHAPE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

        Day() {
            super(LocalDate.class);
        }

        @Override
        public @Nullable LocalDate deserialize(JsonParser in, DeserializationContext context) throws IOException {
            if (in.currentToken() != JsonToken.VALUE_STRING) {
                return (LocalDate) context.handleUnexpectedToken(LocalDate.class, in);
            }
            try {
                if (SHAPE.matcher(in.getText()).matches()) {
                    return LocalDate.parse(in.getText());
                }
            } catch (DateTimeException notInTheCalendar) {
                // refused below
            }
            return (LocalDate) context.handleWeirdStringValue(LocalDate.class, in.getText(), "not a date");
        }
    }

    /** Reads an ISO 8601 instant with its offset, which is kept. */
    private static final class Moment extends StdScalarDeserializer<OffsetDateTime> {
        Moment() {
            super(OffsetDateTime.class);
        }

        @Override
        public @Nullable OffsetDateTime deserialize(JsonParser in, DeserializationContext context) throws IOException {
            if (in.currentToken() != JsonToken.VALUE_STRING) {
                return (OffsetDateTime) context.handleUnexpectedToken(OffsetDateTime.class, in);
            }
            try {
                return OffsetDateTime.parse(in.getText());
            } catch (DateTimeException notAnInstant) {
                return (OffsetDateTime)
                        context.handleWeirdStringValue(OffsetDateTime.class, in.getText(), "not an instant");
            }
        }
    }
}
