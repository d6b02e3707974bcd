package dev.audiences.json;

/**
 * A JSON number, boolean, object or array, kept as the text that the API sent so that nothing is lost on the way out.
 *
 * @param json valid JSON without white space between its tokens; a number keeps its exact digits
 */
public record RawJson(String json) {
    /** Whether it is a number: of valid JSON, the first character tells. */
    public boolean isNumber() {
        char first = json.charAt(0);
        return first == '-' || first >= '0' && first <= '9';
    }

    @Override
    public String toString() {
        return json;
    }
}
