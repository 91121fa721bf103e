package org.waymark.deadline.api;

/** A parameter that cannot be used; {@code key} is the sentence that tells the caller what to do. */
class BadInput extends RuntimeException {

    private final String field;
    private final String key;
    private final transient Object[] with;

    BadInput(String field, String key, Object... with) {
        super("%s: %s".formatted(field, key));
        this.field = field;
        this.key = key;
        this.with = with;
    }

    String field() {
        return field;
    }

    String key() {
        return key;
    }

    Object[] with() {
        return with;
    }
}
