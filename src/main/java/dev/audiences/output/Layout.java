package dev.audiences.output;

import java.time.Instant;
import java.util.List;

/**
 * How a list is to look.
 *
 * @param columns the fields that the user chose, in that order; null for the default of kind and format
 * @param kind what the items are
 * @param header whether table, CSV and TSV begin with a header row
 * @param spreadsheet whether CSV is made safe to open in a spreadsheet
 * @param screen what the output is connected to
 * @param now what relative times are measured against
 */
public record Layout(
        List<String> columns, ItemKind kind, boolean header, boolean spreadsheet, Screen screen, Instant now) {}
