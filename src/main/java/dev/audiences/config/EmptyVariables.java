package dev.audiences.config;

import java.util.Map;

/** Variables that are set to nothing: they count as not set, which is rarely what was meant. */
public final class EmptyVariables {
    private EmptyVariables() {}

    /** The variable for this setting that is set to nothing, or null. */
    public static String of(Setting setting, Map<String, String> environment) {
        for (String variable : Settings.variables(setting)) {
            if ("".equals(environment.get(variable))) {
                return variable;
            }
        }
        return null;
    }

    static ConfigException noKey(Map<String, String> environment) {
        String hint = "audiences config set apiKey, or set AUDIENCES_API_KEY; to look around first:  "
                + "audiences list --sandbox";
        String empty = of(Setting.API_KEY, environment);
        if (empty == null) {
            return ConfigException.of("no API key is set", hint);
        }
        return ConfigException.of(
                "no API key is set: " + empty + " is set, but empty",
                isJob(environment)
                        ? "see whether the secret's name is misspelled, or the secret is withheld from this run, as it is"
                                + " from those of forks"
                        : hint);
    }

    /** Whether this runs in a CI job, by the variables that the services set. */
    private static boolean isJob(Map<String, String> environment) {
        String ci = environment.getOrDefault("CI", "");
        return !ci.isEmpty() && !ci.equals("false")
                || environment.containsKey("GITHUB_ACTIONS")
                || environment.containsKey("GITLAB_CI");
    }
}
