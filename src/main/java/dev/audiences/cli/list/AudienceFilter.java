package dev.audiences.cli.list;

import dev.audiences.api.Item;
import dev.audiences.api.Resource;
import dev.audiences.cli.console.Failure;
import dev.audiences.cli.console.Option;
import dev.audiences.cli.console.OptionGroup;
import dev.audiences.json.RawJson;
import dev.audiences.text.DecimalNumber;
import dev.audiences.text.Durations;
import dev.audiences.text.FoldedText;
import dev.audiences.text.Timestamps;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.TypeConversionException;

/** Which audiences are kept; the API itself has no filter. */
final class AudienceFilter {
    private static final List<String> UNITS = List.of("second", "minute", "hour", "day", "week");
    private static final String AGO = " ago";

    private final Option<String[]> type = Option.list(
            Resource.TYPE.knownValues(), "TYPE", "Keep audiences of these types, separated by commas.", "--type");
    private final Option<String[]> folder = Option.list(
            null, "ID|NAME", "Keep audiences in these folders, separated by commas; none: in no folder.", "--folder");
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
    private final Option<DecimalNumber> maxProspects = Option.of(
            DecimalNumber.class,
            AudienceFilter::count,
            "N",
            "Keep audiences with at most N prospects.",
            "--max-prospects");

    void addTo(CommandSpec spec) {
        type.addTo(spec, OptionGroup.FILTER);
        folder.addTo(spec, OptionGroup.FILTER);
        name.addTo(spec, OptionGroup.FILTER);
        createdAfter.addTo(spec, OptionGroup.FILTER);
        createdBefore.addTo(spec, OptionGroup.FILTER);
        minProspects.addTo(spec, OptionGroup.FILTER);
        maxProspects.addTo(spec, OptionGroup.FILTER);
    }

    /** What an audience must satisfy, or null when every audience is wanted. */
    AudienceSearch search(Clock clock) throws Failure {
        List<String> types = Option.values(type);
        boolean inFolders = !Option.values(folder).isEmpty();
        FolderChoice folders = new FolderChoice(List.of(folder.valueOr(new String[0])));
        List<Predicate<Item>> others = new ArrayList<>();
        if (name.isSet()) {
            String folded = FoldedText.of(name.value());
            others.add(item -> FoldedText.of(item.text(Resource.NAME)).contains(folded));
        }
        addCounts(others);
        Predicate<Instant> created = created(clock);
        boolean any = types.isEmpty() && !inFolders && others.isEmpty() && created == null;
        return any ? null : new AudienceSearch(types, folders, others, created);
    }

    private void addCounts(List<Predicate<Item>> others) throws Failure {
        DecimalNumber least = minProspects.value();
        DecimalNumber most = maxProspects.value();
        if (least != null && most != null && least.compareTo(most) > 0) {
            throw Failure.usage(
                    "--min-prospects is more than --max-prospects: no audience can match", "swap the two numbers");
        }
        if (least != null) {
            others.add(prospects(count -> count.compareTo(least) >= 0));
        }
        if (most != null) {
            others.add(prospects(count -> count.compareTo(most) <= 0));
        }
    }

    private static Predicate<Item> prospects(Predicate<DecimalNumber> wanted) {
        return item -> item.value(Resource.PROSPECT_COUNT) instanceof RawJson count
                && wanted.test(DecimalNumber.of(count.json()));
    }

    private Predicate<Instant> created(Clock clock) throws Failure {
        Instant after = instant(createdAfter, clock);
        Instant before = instant(createdBefore, clock);
        if (after == null) {
            return before == null ? null : created -> created.isBefore(before);
        }
        if (before != null && !after.isBefore(before)) {
            throw Failure.usage(
                    "--created-after is not earlier than --created-before: no audience can match",
                    "for one day  --created-after 2026-04-28 --created-before 2026-04-29");
        }
        return created -> !created.isBefore(after) && (before == null || created.isBefore(before));
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
        Duration ago = hasUnit ? Durations.parse(withShortUnit(value)) : null;
        if (ago != null) {
            return clock.instant().minus(ago);
        }
        Instant named = Timestamps.parseAnyForm(value);
        if (named == null) {
            throw Failure.usage(
                    option.name() + " '" + value + "' is neither a date nor a length of time",
                    "write 2026-04-28, 2026-04-28T15:30:00Z, or 7d, 12h, 30m, 2w ago");
        }
        return named;
    }

    /** Makes {@code 7d} of {@code 7d ago} and of {@code 7 days ago}, as the table shows times. */
    private static String withShortUnit(String value) {
        String text = value.endsWith(AGO) ? value.substring(0, value.length() - AGO.length()) : value;
        for (String unit : UNITS) {
            int start = text.indexOf(unit);
            String rest = start < 0 ? "" : text.substring(start);
            if (rest.equals(unit) || rest.equals(unit + "s")) {
                return text.substring(0, start).strip() + unit.charAt(0);
            }
        }
        return text.strip();
    }
}
