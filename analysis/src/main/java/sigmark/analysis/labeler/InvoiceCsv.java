package sigmark.analysis.labeler;

import java.io.Writer;
import java.math.BigDecimal;
import java.util.List;
import sigmark.labeling.exchange.file.CsvTable;

/** Accepted regions times price, by package; returned ones stand apart and cost nothing. */
public final class InvoiceCsv {
    private static final List<String> COLUMNS = List.of(
            "vendor",
            "labeler",
            "package",
            "package_id",
            "round",
            "state",
            "regions",
            "accepted",
            "returned",
            "price",
            "amount",
            "active_hours");
    private static final double HOUR = 3_600_000;

    private InvoiceCsv() {}

    /** Writes the table; the writer stays open. */
    public static void write(List<LabelerReport> reports, double price, Writer out) {
        CsvTable table = new CsvTable(out, COLUMNS);
        for (LabelerReport report : reports) {
            for (PackageRecord each : report.packages()) {
                var work = each.delivery().work();
                table.row(List.of(
                        report.vendor(),
                        report.labeler(),
                        work.name(),
                        work.id(),
                        work.round(),
                        each.delivery().state().word(),
                        each.regions(),
                        each.accepted(),
                        each.returned(),
                        price,
                        BigDecimal.valueOf(price).multiply(BigDecimal.valueOf(each.accepted())),
                        Math.round(100 * each.activeMillis() / HOUR) / 100.0));
            }
        }
    }
}
