package dev.audiences.api;

/**
 * A JSON number, boolean, object or array, kept as the text that the API sent so that nothing is lost on the way out.
 *
 * @param json valid JSON without white space between its tokens; a number keeps its exact digits
 */
public record JsonText(String json) {
    @Override
    public String toString() {
        return json;
    }
}
