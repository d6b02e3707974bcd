package dev.audiences.cli.export;

import dev.audiences.api.Field;
import dev.audiences.api.PageOptions;
import dev.audiences.config.Settings;
import dev.audiences.http.RetryPolicy;
import dev.audiences.output.Format;
import dev.audiences.output.FormatOptions;

/**
 * What the options and settings of a list ask for. Once it is made, no option is read any more.
 *
 * @param pages null for a list that comes whole
 * @param order null for that of the API
 * @param count whether only the number of items is wanted
 * @param file null for stdout
 */
public record ListPlan(
        Settings settings,
        boolean sandbox,
        RetryPolicy retries,
        PageOptions pages,
        SortOrder order,
        boolean count,
        String file,
        FormatChoice choice,
        FormatOptions formatOptions) {
    Format format() {
        return choice.format();
    }

    /** The same for one item alone. */
    public ListPlan forOneItem() {
        return with(formatOptions.forOneItem());
    }

    /** The same with the names of folders in the place of their ids, in a table that a person sees. */
    public ListPlan withFolderNames() {
        return with(formatOptions.withResource(formatOptions.resource().withFolderNames()));
    }

    private ListPlan with(FormatOptions changed) {
        return new ListPlan(settings, sandbox, retries, pages, order, count, file, choice, changed);
    }

    /** Whether a column or the order has the name of this field, in any case. */
    public boolean names(Field field) {
        boolean sorts = order != null && field.name().equalsIgnoreCase(order.field());
        return sorts
                || formatOptions.columns() != null
                        && formatOptions.columns().stream()
                                .anyMatch(column -> column.equalsIgnoreCase(field.name())
                                        || column.equalsIgnoreCase(field.heading()));
    }

    /** Whether a table of the default columns is shown on a terminal. */
    public boolean showsDefaultTable() {
        return format() == Format.TABLE
                && !count
                && formatOptions.columns() == null
                && formatOptions.terminal().terminal();
    }

    String noun() {
        return formatOptions.resource().noun();
    }

    /** Whether the list comes in pages, so that it can go on where it stopped. */
    boolean paged() {
        return pages != null;
    }

    /** Whether every page is wanted. */
    boolean all() {
        return pages == null || pages.all();
    }

    boolean filtered() {
        return pages != null && pages.filtered();
    }

    Integer maxItems() {
        return pages == null ? null : pages.maxItems();
    }

    String cursor() {
        return pages == null ? null : pages.cursor();
    }
}
