package dev.audiences.output;

import dev.audiences.api.Resource;
import dev.audiences.terminal.TerminalProfile;
import java.time.Instant;
import java.util.List;

/**
 * The options of a format.
 *
 * @param columns the fields that the user chose, in that order; null for the default of the resource and format
 * @param resource the type of the items
 * @param header whether table, CSV and TSV begin with a header row
 * @param single whether it is about one item, and not a list of any number
 * @param appended whether the output may be appended to that of an earlier run
 * @param spreadsheet whether CSV is made safe for a spreadsheet
 * @param delimiter what separates the cells of CSV
 * @param terminal the terminal that shows the output, or {@link TerminalProfile#NONE}
 * @param now the time that relative times are measured from
 */
public record FormatOptions(
        List<String> columns,
        Resource resource,
        boolean header,
        boolean single,
        boolean appended,
        boolean spreadsheet,
        char delimiter,
        TerminalProfile terminal,
        Instant now) {
    /** The same with these columns; null for the default ones. */
    public FormatOptions withColumns(List<String> chosen) {
        return new FormatOptions(chosen, resource, header, single, appended, spreadsheet, delimiter, terminal, now);
    }

    /** The same for items that have this other description. */
    public FormatOptions withResource(Resource other) {
        return new FormatOptions(columns, other, header, single, appended, spreadsheet, delimiter, terminal, now);
    }

    /** The same for one item alone. */
    public FormatOptions forOneItem() {
        return new FormatOptions(columns, resource, header, true, appended, spreadsheet, delimiter, terminal, now);
    }

    /** The same for output that may be appended to that of an earlier run. */
    public FormatOptions forAppending() {
        return new FormatOptions(columns, resource, header, single, true, spreadsheet, delimiter, terminal, now);
    }
}
