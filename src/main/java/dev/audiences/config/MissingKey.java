package dev.audiences.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What to do when no API key is set: at a prompt, in a script, and in the jobs of CI services. */
final class MissingKey {
    private static final String VARIABLE = Setting.API_KEY.environmentVariable();

    private MissingKey() {}

    static ConfigException of(Map<String, String> environment) {
        String empty = Setting.API_KEY.emptyVariableIn(environment);
        List<String> detail = new ArrayList<>();
        detail.add("where from: the dashboard of your account with Sonarly, whose public API this program asks;"
                + " with the permission audiences:read");
        List<String> inJob = inJob(environment);
        detail.addAll(inJob);
        if (inJob.isEmpty()) {
            detail.add("without one: audiences list --sandbox");
            detail.add("in a script: " + VARIABLE + ", or " + KeyFile.VARIABLE);
        }
        return ConfigException.of(
                "no API key is set" + (empty == null ? "" : ": " + empty + " is set, but empty"),
                detail,
                inJob.isEmpty() ? "audiences config set apiKey" : hintInJob(empty));
    }

    private static String hintInJob(String empty) {
        return empty == null
                ? null
                : "see whether the secret's name is misspelled, or the secret is withheld from this run, as it is from"
                        + " those of forks";
    }

    /** Where the CI service that runs this keeps secrets, by the variables that it sets; empty for none. */
    private static List<String> inJob(Map<String, String> environment) {
        if (isOn(environment, "GITHUB_ACTIONS")) {
            return List.of(
                    "in GitHub Actions: add the secret under Settings > Secrets and variables > Actions, and this to"
                            + " the step:",
                    "    env:",
                    "      " + VARIABLE + ": ${{ secrets." + VARIABLE + " }}");
        }
        if (isOn(environment, "GITLAB_CI")) {
            return List.of("in GitLab: add the variable " + VARIABLE + ", masked, under Settings > CI/CD > Variables;"
                    + " a protected one reaches the jobs of protected branches and tags only");
        }
        return isOn(environment, "CI")
                ? List.of("in a CI job: add the key to the secrets of the CI service, and give it to the job as the"
                        + " variable " + VARIABLE)
                : List.of();
    }

    private static boolean isOn(Map<String, String> environment, String variable) {
        String value = environment.getOrDefault(variable, "");
        return !value.isEmpty() && !value.equals("false");
    }
}
