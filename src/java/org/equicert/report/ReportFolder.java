package org.equicert.report;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A folder with {@code report.json} and its picture, {@code report.svg}. */
public final class ReportFolder {
    private static final String REPORT = "report.json";
    private static final String PICTURE = "report.svg";

    private ReportFolder() {}

    /** Writes the report; whoever reads meanwhile sees the old one or the new one, whole. */
    public static void write(Path folder, Report report) throws IOException {
        Files.createDirectories(folder);
        replace(folder.resolve(REPORT), ReportJson.write(report));
        replace(folder.resolve(PICTURE), ReportSvg.of(report.run()));
    }

    private static void replace(Path file, String text) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.write(fresh, text.getBytes(StandardCharsets.UTF_8)); // half a surrogate pair must not cost the report
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Reads the report of a folder, or the report that a file is. */
    public static Report read(Path folderOrFile) throws ReportUnreadable {
        return read(Files.isDirectory(folderOrFile) ? folderOrFile.resolve(REPORT) : folderOrFile, ReportReader::read);
    }

    /** Makes something of a text. */
    @FunctionalInterface
    public interface Parser<T> {
        T parse(String text) throws ReportUnreadable;
    }

    /** What a parser makes of an untrusted file; a refusal names the file. */
    public static <T> T read(Path file, Parser<T> parser) throws ReportUnreadable {
        try {
            if (!Files.isRegularFile(file)) {
                throw new ReportUnreadable("there is no such report");
            }
            if (Files.size(file) > ReportReader.SIZE_LIMIT) {
                throw new ReportUnreadable("it is larger than any report");
            }
            return parser.parse(Files.readString(file, StandardCharsets.UTF_8));
        } catch (ReportUnreadable e) {
            throw new ReportUnreadable(file + " cannot be read: " + e.getMessage() + ".");
        } catch (CharacterCodingException e) {
            throw new ReportUnreadable(file + " cannot be read: it is no text.");
        } catch (IOException e) {
            throw new ReportUnreadable(file + " cannot be read (" + e.getMessage() + ").");
        }
    }
}
