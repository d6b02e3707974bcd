package dev.audiences.cli.list;

import dev.audiences.api.Item;
import dev.audiences.api.RawJson;
import dev.audiences.api.Resource;
import dev.audiences.cli.console.Failure;
import dev.audiences.cli.console.OptionSpecs;
import dev.audiences.text.Durations;
import dev.audiences.text.Timestamps;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.function.Predicate;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.TypeConversionException;

/** Which audiences are kept; the API itself has no filter. */
final class AudienceFilter {
    private static final String NO_FOLDER = "none";

    private final OptionSpec type =
            OptionSpecs.choice(Resource.TYPE.knownValues(), "TYPE", "Keep audiences of this type.", "--type");
    private final OptionSpec folder =
            OptionSpecs.text("ID", "Keep audiences in this folder; none: in no folder.", "--folder");
    private final OptionSpec name =
            OptionSpecs.text("TEXT", "Keep audiences whose name holds TEXT, in any case.", "--name");
    private final OptionSpec createdAfter = OptionSpecs.text(
            "WHEN",
            "Keep audiences created at or after 2026-04-28 (UTC), 2026-04-28T15:30:00Z, or 7d ago.",
            "--created-after");
    private final OptionSpec createdBefore =
            OptionSpecs.text("WHEN", "Keep audiences created before that.", "--created-before");
    private final OptionSpec minProspects = OptionSpecs.valued(
                    DecimalNumber.class, "N", "Keep audiences with at least N prospects.", "--min-prospects")
            .converters(AudienceFilter::count)
            .build();

    void addTo(CommandSpec spec) {
        spec.addOption(type)
                .addOption(folder)
                .addOption(name)
                .addOption(createdAfter)
                .addOption(createdBefore)
                .addOption(minProspects);
    }

    /** What an audience must satisfy, or null when every audience is wanted. */
    Predicate<Item> predicate(Clock clock) throws Failure {
        Predicate<Item> all = null;
        if (type.getValue() instanceof String wanted) {
            all = and(all, item -> wanted.equals(item.value(Resource.TYPE)));
        }
        if (folder.getValue() instanceof String wanted) {
            all = and(
                    all,
                    item -> wanted.equals(NO_FOLDER)
                            ? item.value(Resource.FOLDER_ID) == null
                            : wanted.equals(item.value(Resource.FOLDER_ID)));
        }
        if (name.getValue() instanceof String wanted) {
            String folded = fold(wanted);
            all = and(all, item -> fold(item.text(Resource.NAME)).contains(folded));
        }
        Instant after = instant(createdAfter, clock);
        if (after != null) {
            all = and(all, created(created -> !created.isBefore(after)));
        }
        Instant before = instant(createdBefore, clock);
        if (before != null) {
            all = and(all, created(created -> created.isBefore(before)));
        }
        if (minProspects.getValue() instanceof DecimalNumber least) {
            all = and(
                    all,
                    item -> item.value(Resource.PROSPECT_COUNT) instanceof RawJson count
                            && DecimalNumber.of(count.json()).compareTo(least) >= 0);
        }
        return all;
    }

    private static Predicate<Item> and(Predicate<Item> first, Predicate<Item> second) {
        return first == null ? second : first.and(second);
    }

    /** Folds case by Unicode, not by locale: an I finds an i in Turkish too. */
    private static String fold(String text) {
        return text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    /** A creation that is absent or can't be read is wanted by nobody. */
    private static Predicate<Item> created(Predicate<Instant> wanted) {
        return item -> {
            Instant created = Timestamps.parse(item.text(Resource.CREATED_AT));
            return created != null && wanted.test(created);
        };
    }

    /** A number of any size: the API sets no bound to the prospects of an audience. */
    private static DecimalNumber count(String value) {
        if (value.isEmpty() || !value.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new TypeConversionException("'" + value + "' is not a whole number of 0 or more");
        }
        return DecimalNumber.of(value);
    }

    private static Instant instant(OptionSpec option, Clock clock) throws Failure {
        String value = option.getValue();
        if (value == null) {
            return null;
        }
        // A number without a unit might be meant for a year.
        boolean hasUnit = Character.isLetter(value.charAt(value.length() - 1));
        Duration ago = hasUnit ? Durations.parse(value) : null;
        if (ago != null) {
            return clock.instant().minus(ago);
        }
        Instant named = Timestamps.parse(value);
        try {
            return named == null
                    ? LocalDate.parse(value).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : named;
        } catch (DateTimeException e) {
            throw Failure.usage(
                    option.longestName() + " '" + value + "' is neither a date nor a length of time",
                    "write 2026-04-28, 2026-04-28T15:30:00Z, or 7d, 12h, 30m, 2w ago");
        }
    }
}
