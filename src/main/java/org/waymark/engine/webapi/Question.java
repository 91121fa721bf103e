package org.waymark.engine.webapi;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What is wrong with a question in itself, as the key of a sentence: the engine would run it, or fail on it. */
class Question {

    private static final Pattern COUNT = Pattern.compile("\\d{1,9}");
    private static final Set<String> COMPARABLE =
            Set.of("string", "integer", "short", "long", "double", "boolean", "date", "null");

    private final ObjectMapper json;

    Question(ObjectMapper json) {
        this.json = json.copy().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    Optional<String> wrongIn(HttpServletRequest request) {
        var parameters = request.getParameterMap();
        if (parameters.keySet().stream().anyMatch(Question::runs)) {
            return Optional.of("webapi.expression");
        }
        boolean counts = Stream.of("firstResult", "maxResults")
                .flatMap(name -> Stream.of(parameters.getOrDefault(name, new String[0])))
                .allMatch(value -> COUNT.matcher(value).matches());
        return counts ? Optional.empty() : Optional.of("webapi.paging");
    }

    /** An empty body is none; any other is one JSON object. */
    Optional<String> wrongIn(byte[] body, boolean submission) {
        if (body.length == 0) {
            return Optional.empty();
        }
        JsonNode root = read(body);
        if (!root.isObject()) {
            return Optional.of("webapi.object");
        }
        if (anywhere(root, node -> names(node).anyMatch(Question::runs))) {
            return Optional.of("webapi.expression");
        }
        if (anywhere(root, node -> isNul(node.asText()) || names(node).anyMatch(Question::isNul))) {
            return Optional.of("webapi.control");
        }
        if (submission) {
            return root.path("variables").isEmpty() ? Optional.empty() : Optional.of("webapi.values");
        }
        return anywhere(root, node -> node.path("value").isContainerNode() || hasNoOrder(node))
                ? Optional.of("webapi.variable")
                : Optional.empty();
    }

    private JsonNode read(byte[] body) {
        try {
            return json.readTree(body);
        } catch (IOException e) {
            // no JSON at all: no object either
            return json.missingNode();
        }
    }

    /** A sorting by variables of a type the engine does not know, or cannot put in order. */
    private static boolean hasNoOrder(JsonNode node) {
        JsonNode type = node.path("parameters").path("type");
        return !type.isMissingNode() && !COMPARABLE.contains(type.asText().toLowerCase());
    }

    private static boolean anywhere(JsonNode node, Predicate<JsonNode> wanted) {
        return wanted.test(node)
                || StreamSupport.stream(node.spliterator(), false).anyMatch(child -> anywhere(child, wanted));
    }

    private static Stream<String> names(JsonNode node) {
        return node.isObject() ? node.properties().stream().map(field -> field.getKey()) : Stream.empty();
    }

    private static boolean runs(String key) {
        return key.endsWith("Expression");
    }

    private static boolean isNul(String text) {
        return text.indexOf('\0') >= 0;
    }

    /** Questions that change nothing. */
    static boolean isRead(HttpServletRequest request) {
        return List.of("GET", "HEAD", "OPTIONS").contains(request.getMethod());
    }
}
