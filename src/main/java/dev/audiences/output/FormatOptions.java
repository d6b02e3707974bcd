package dev.audiences.output;

import dev.audiences.api.Resource;
import dev.audiences.terminal.TerminalProfile;
import java.time.Instant;
import java.util.List;

/**
 * How a list is to look.
 *
 * @param columns the fields that the user chose, in that order; null for the default of resource and format
 * @param resource what the items are
 * @param header whether table, CSV and TSV begin with a header row
 * @param spreadsheet whether CSV is made safe to open in a spreadsheet
 * @param screen what the output is connected to
 * @param now what relative times are measured against
 */
public record FormatOptions(
        List<String> columns,
        Resource resource,
        boolean header,
        boolean spreadsheet,
        TerminalProfile screen,
        Instant now) {}
