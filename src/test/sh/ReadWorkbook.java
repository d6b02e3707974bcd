import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;

/**
 * Prints the cells of the first sheet of a workbook, one a line: reference, type, and the characters of its text as
 * numbers. It knows no more than the JDK does of zip files and XML.
 */
final class ReadWorkbook {
    private ReadWorkbook() {}

    public static void main(String[] args) throws Exception {
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        try (ZipFile zip = new ZipFile(args[0]);
                InputStream in = zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml"))) {
            XMLStreamReader xml = XMLInputFactory.newInstance().createXMLStreamReader(in);
            StringBuilder text = new StringBuilder();
            String cell = "";
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        switch (xml.getLocalName()) {
                            case "c" -> {
                                cell = xml.getAttributeValue(null, "r") + " " + xml.getAttributeValue(null, "t");
                                text.setLength(0);
                            }
                            case "f" -> throw new IllegalStateException("a formula in " + cell);
                            default -> {}
                        }
                    }
                    case XMLStreamConstants.CHARACTERS -> text.append(xml.getText());
                    case XMLStreamConstants.END_ELEMENT -> {
                        if (xml.getLocalName().equals("c")) {
                            out.print(cell);
                            text.codePoints().forEach(c -> out.print(" " + c));
                            out.println();
                        }
                    }
                    default -> {}
                }
            }
        }
        out.flush();
    }
}
