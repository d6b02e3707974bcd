package dev.audiences.config;

import dev.audiences.config.ConfigText.Member;
import dev.audiences.config.ConfigText.Section;
import dev.audiences.text.NearestName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/**
 * Reads a config file strictly: only known keys of the right type, each once. Comments and trailing commas are
 * accepted. An error names the line, never a value.
 */
final class ConfigReader {
    private static final String PROFILES = "profiles";
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .build();

    private final String text;
    private final String file;
    private final JsonParser parser;
    private final Map<String, Section> profiles = new LinkedHashMap<>();
    private Section profilesObject;

    private ConfigReader(String text, String file, JsonParser parser) {
        this.text = text;
        this.file = file;
        this.parser = parser;
    }

    /** @param file the name of the file in errors */
    static ConfigText read(String text, String file) throws ConfigException {
        if (text.isBlank()) {
            return ConfigText.EMPTY;
        }
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            return new ConfigReader(text, file, parser).document();
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
            boolean twice = String.valueOf(e.getOriginalMessage()).startsWith("Duplicate");
            throw ConfigException.atLine(
                    "the config file " + (twice ? "holds a key twice" : "is not valid JSON"),
                    file,
                    line,
                    "correct it there; comments and trailing commas are fine");
        }
    }

    private ConfigText document() throws ConfigException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw error("the config file does not hold a JSON object", "write  {}  around its settings");
        }
        Section top = section(null);
        if (parser.nextToken() != null) {
            throw error("the config file holds text after its JSON object", "remove what follows the last }");
        }
        return new ConfigText(text, top, profiles, profilesObject);
    }

    /** @param profile the name of the profile whose object the parser has just entered, or null for the top level */
    private Section section(String profile) throws ConfigException {
        Section section = new Section(endOfToken(), 0);
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            int keyStart = startOfToken();
            String key = parser.currentName();
            int line = parser.currentTokenLocation().getLineNr();
            JsonToken token = parser.nextToken();
            if (profile == null && key.equals(PROFILES)) {
                profiles(token);
                continue;
            }
            Setting setting = known(key, profile, line);
            int valueStart = startOfToken();
            String string = setting.isList() ? null : string(setting, token);
            List<String> words = setting.isList() ? words(setting, token) : List.of();
            int valueEnd = endOfToken();
            String value = string == null ? text.substring(valueStart, valueEnd) : string;
            section.members.put(key, new Member(value, words, keyStart, valueStart, valueEnd, line));
        }
        section.end = startOfToken();
        requireNoRivals(section);
        return section;
    }

    private void profiles(JsonToken token) throws ConfigException {
        requireObject(token, PROFILES);
        profilesObject = new Section(endOfToken(), 0);
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            requireObject(parser.nextToken(), "profile '" + name + "'");
            profiles.put(name, section(name));
        }
        profilesObject.end = startOfToken();
    }

    private void requireObject(JsonToken token, String what) throws ConfigException {
        if (token != JsonToken.START_OBJECT) {
            throw error(what + " in the config file is not a JSON object", "write  {…}  there");
        }
    }

    private Setting known(String key, String profile, int line) throws ConfigException {
        Setting setting = Setting.ofConfigKey(key);
        if (setting != null && (profile == null || setting.inProfiles())) {
            return setting;
        }
        String near = NearestName.to(key, names(profile == null));
        throw ConfigException.atLine(
                "the config file holds the unknown key '" + key + "'",
                file,
                line,
                near == null
                        ? "known are " + String.join(", ", names(profile == null))
                        : "did you mean '" + near + "'?");
    }

    private static List<String> names(boolean top) {
        List<String> names = new ArrayList<>();
        for (Setting setting : Setting.values()) {
            if (top || setting.inProfiles()) {
                names.add(setting.configKey());
            }
        }
        if (top) {
            names.add(PROFILES);
        }
        return names;
    }

    private String string(Setting setting, JsonToken token) throws ConfigException {
        if (token != JsonToken.VALUE_STRING) {
            throw error("'" + setting.configKey() + "' in the config file is not a string", "put it in quotes");
        }
        return parser.getString();
    }

    private List<String> words(Setting setting, JsonToken token) throws ConfigException {
        List<String> words = new ArrayList<>();
        while (token == JsonToken.START_ARRAY && parser.nextToken() == JsonToken.VALUE_STRING) {
            words.add(parser.getString());
        }
        if (words.isEmpty() || words.get(0).isEmpty() || parser.currentToken() != JsonToken.END_ARRAY) {
            throw error(
                    "'" + setting.configKey() + "' in the config file is not a list of strings",
                    "write the program and its arguments, such as  [\"pass\", \"show\", \"audiences\"]");
        }
        return List.copyOf(words);
    }

    private void requireNoRivals(Section section) throws ConfigException {
        for (Setting setting : Setting.values()) {
            Setting rival = setting.rival();
            if (rival != null && section.value(setting) != null && section.value(rival) != null) {
                throw ConfigException.atLine(
                        "the config file holds both " + setting.configKey() + " and " + rival.configKey(),
                        file,
                        Math.max(line(section, setting), line(section, rival)),
                        "keep one of them");
            }
        }
    }

    private static int line(Section section, Setting setting) {
        return section.members.get(setting.configKey()).line();
    }

    private int startOfToken() {
        return (int) parser.currentTokenLocation().getCharOffset();
    }

    /** Right for a string only after its value was read: the parser reads it lazily. */
    private int endOfToken() {
        return (int) parser.currentLocation().getCharOffset();
    }

    private ConfigException error(String message, String hint) {
        return ConfigException.atLine(
                message, file, Math.max(1, parser.currentTokenLocation().getLineNr()), hint);
    }
}
