package dev.audiences.cli.list;

import dev.audiences.api.Item;
import dev.audiences.api.Resource;
import dev.audiences.cli.console.Failure;
import dev.audiences.cli.console.Option;
import dev.audiences.cli.console.OptionGroup;
import dev.audiences.json.RawJson;
import dev.audiences.text.Durations;
import dev.audiences.text.Timestamps;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.TypeConversionException;

/** Which audiences are kept; the API itself has no filter. */
final class AudienceFilter {
    private static final String NO_FOLDER = "none";

    private final Option<String> type =
            Option.choice(Resource.TYPE.knownValues(), "TYPE", "Keep audiences of this type.", "--type");
    private final Option<String> folder =
            Option.text("ID", "Keep audiences in this folder; none: in no folder.", "--folder");
    private final Option<String> name =
            Option.text("TEXT", "Keep audiences whose name holds TEXT, in any case.", "--name");
    private final Option<String> createdAfter = Option.text(
            "WHEN",
            "Keep audiences created at or after 2026-04-28 (UTC), 2026-04-28T15:30:00Z, or 7d ago.",
            "--created-after");
    private final Option<String> createdBefore =
            Option.text("WHEN", "Keep audiences created before that.", "--created-before");
    private final Option<DecimalNumber> minProspects = Option.of(
            DecimalNumber.class,
            AudienceFilter::count,
            "N",
            "Keep audiences with at least N prospects.",
            "--min-prospects");

    void addTo(CommandSpec spec) {
        type.addTo(spec, OptionGroup.FILTER);
        folder.addTo(spec, OptionGroup.FILTER);
        name.addTo(spec, OptionGroup.FILTER);
        createdAfter.addTo(spec, OptionGroup.FILTER);
        createdBefore.addTo(spec, OptionGroup.FILTER);
        minProspects.addTo(spec, OptionGroup.FILTER);
    }

    /** What an audience must satisfy, or null when every audience is wanted. */
    Predicate<Item> predicate(Clock clock) throws Failure {
        Predicate<Item> all = null;
        if (type.isSet()) {
            String wanted = type.value();
            all = and(all, item -> wanted.equals(item.value(Resource.TYPE)));
        }
        if (folder.isSet()) {
            String wanted = folder.value().equals(NO_FOLDER) ? null : folder.value();
            all = and(all, item -> Objects.equals(wanted, item.value(Resource.FOLDER_ID)));
        }
        if (name.isSet()) {
            String folded = fold(name.value());
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
        if (minProspects.isSet()) {
            DecimalNumber least = minProspects.value();
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

    /** An audience whose time of creation is missing or unreadable is never kept. */
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

    private static Instant instant(Option<String> option, Clock clock) throws Failure {
        String value = option.value();
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
                    option.name() + " '" + value + "' is neither a date nor a length of time",
                    "write 2026-04-28, 2026-04-28T15:30:00Z, or 7d, 12h, 30m, 2w ago");
        }
    }
}
