package dev.audiences.cli.export;

import dev.audiences.cli.console.ExitCode;
import dev.audiences.cli.console.Failure;
import dev.audiences.cli.console.Messages;
import dev.audiences.config.SettingValue;
import dev.audiences.output.FileFormat;
import dev.audiences.output.Format;
import dev.audiences.text.NearestName;
import java.io.File;

/** The format of a list: the one that an option or a setting names, or else the one of the output file's extension. */
final class FormatChoice {
    private final Format format;
    private final SettingValue setting;
    private final String path;
    private final Format ofPath;

    private FormatChoice(Format format, SettingValue setting, String path, Format ofPath) {
        this.format = format;
        this.setting = setting;
        this.path = path;
        this.ofPath = ofPath;
    }

    /**
     * @param path of the output file, or null for stdout
     * @throws Failure when there is no such format, or its files can't be compressed
     */
    static FormatChoice of(SettingValue setting, String path) throws Failure {
        Format named = named(setting);
        if (path == null) {
            return new FormatChoice(named, setting, null, null);
        }
        FileFormat file = FileFormat.of(path);
        Format format = setting.isDefault() && file.format() != null ? file.format() : named;
        if (file.gzip() && format.isCompressed()) {
            throw Failure.usage(
                    "'" + path + "' can't be compressed: " + format + " is compressed already",
                    "end the name in ." + format);
        }
        return new FormatChoice(format, setting, path, file.format());
    }

    /** The format of a number alone, which is written at the end, as a table is. */
    static FormatChoice ofCount() {
        return new FormatChoice(Format.TABLE, null, null, null);
    }

    private static Format named(SettingValue setting) throws Failure {
        Format format = Format.of(setting.value());
        if (format == null) {
            throw Failure.of(
                            isOption(setting) ? ExitCode.USAGE : ExitCode.SETTINGS,
                            "there is no output format '" + setting.value() + "'")
                    .with("from", setting.source())
                    .hint("one of " + String.join(", ", Format.names()));
        }
        return format;
    }

    private static boolean isOption(SettingValue setting) {
        return setting.source().startsWith("-");
    }

    Format format() {
        return format;
    }

    /** Reports a format that the name of the file does not lead one to expect. */
    void explain(Messages messages) {
        if (path == null) {
            return;
        }
        if (setting.isDefault() && ofPath == null && isRegularFile()) {
            messages.info("note: " + path + " is written as a " + format
                    + ", since its name ends in no known extension; " + otherFormat());
        }
        // A table is what .txt stands for, but any text may have that name.
        if (ofPath != null && ofPath != format && ofPath != Format.TABLE) {
            messages.info("note: " + path + " is written as " + format + ", as " + setting.source() + " says"
                    + (isOption(setting) ? "" : "; for " + ofPath + " add  -o " + ofPath));
        }
    }

    /** How to get another format: the one that the extension was probably meant for, or any. */
    private String otherFormat() {
        String name = new File(path).getName();
        String extension = name.substring(name.lastIndexOf('.') + 1);
        String near = NearestName.to("." + extension, Format.extensions());
        return near == null
                ? "for CSV add  -o csv, or end the name in one of " + String.join(" ", Format.extensions())
                : "did you mean " + near + "?";
    }

    /** Pipes and devices have no extension to be missed. */
    private boolean isRegularFile() {
        File file = new File(path);
        return file.isFile() || !file.exists();
    }
}
