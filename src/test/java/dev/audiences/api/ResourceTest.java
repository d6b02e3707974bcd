package dev.audiences.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ResourceTest {
    /** Every resource that there is, so that a new one is checked too. */
    static List<Resource> resources() throws IllegalAccessException {
        List<Resource> resources = new ArrayList<>();
        for (Field constant : Resource.class.getFields()) {
            if (constant.getType() == Resource.class) {
                resources.add((Resource) constant.get(null));
            }
        }
        return resources;
    }

    @ParameterizedTest
    @MethodSource("resources")
    void aHeadingNamesOneFieldAndIsOneWord(Resource resource) {
        Map<String, String> fields = new HashMap<>();
        for (var field : resource.fields()) {
            assertTrue(field.heading().matches("[A-Z]+"), field.heading());
            for (String name : List.of(field.name(), field.heading())) {
                String other = fields.put(name.toLowerCase(Locale.ROOT), field.name());
                assertEquals(field.name(), other == null ? field.name() : other, name);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("resources")
    void omitsColumnsOfTheTableOnly(Resource resource) {
        assertTrue(resource.fields().containsAll(resource.tableFields()));
        assertTrue(resource.tableFields().containsAll(resource.omittedFirst()));
    }
}
