package sigmark.labeling.requirement;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Writes a sheet as the YAML that {@link SheetReader} reads; the same sheet gives the same text. */
public final class SheetWriter {
    private final StringBuilder out = new StringBuilder();

    private SheetWriter() {}

    public static String write(RequirementSheet sheet) {
        SheetWriter writer = new SheetWriter();
        writer.out.append("name: ").append(quoted(sheet.name())).append('\n');
        writer.plan(sheet.plan());
        writer.out.append(sheet.lines().isEmpty() ? "lines: []\n" : "lines:\n");
        sheet.lines().forEach(writer::line);
        return writer.out.toString();
    }

    private void plan(PlanTerms plan) {
        out.append("plan:\n");
        value("price-per-region", Quantity.write(plan.pricePerRegion(), Measure.Unit.COUNT));
        value("currency", quoted(plan.currency()));
        value("regions-per-hour", Quantity.write(plan.regionsPerHour(), Measure.Unit.COUNT));
        value("labelers", String.valueOf(plan.labelers()));
        value("hours-per-week", Quantity.write(plan.hoursPerWeek(), Measure.Unit.COUNT));
        value("half-width", Quantity.write(plan.halfWidth(), Measure.Unit.SHARE));
        value("seed", String.valueOf(plan.seed()));
        if (!plan.wanted().isEmpty()) {
            out.append("  wanted:\n");
            plan.wanted().forEach(one -> out.append("    - {module: ")
                    .append(one.module().word())
                    .append(", slice: ")
                    .append(quoted(one.slice()))
                    .append(", count: ")
                    .append(one.count())
                    .append("}\n"));
        }
    }

    private void value(String key, String text) {
        out.append("  ").append(key).append(": ").append(text).append('\n');
    }

    private void line(Requirement line) {
        List<String> keys = new ArrayList<>();
        keys.add("id: " + quoted(line.id()));
        keys.add("kind: " + line.kind().word());
        line.measure().ifPresent(measure -> keys.add("measure: " + measure.word()));
        keys.add("module: " + line.module().word());
        if (!line.slice().isEmpty()) {
            keys.add("slice: " + quoted(line.slice()));
        }
        if (line.bound().isPresent()) {
            Measure.Unit unit = line.measure()
                    .map(Measure::unit)
                    .orElse(
                            line.kind() == RequirementKind.SERVING_PLACE
                                            || line.kind().isTime()
                                    ? Measure.Unit.MILLIS
                                    : Measure.Unit.SHARE);
            keys.add((line.atLeast() ? "at-least: " : "at-most: ")
                    + Quantity.write(line.bound().getAsDouble(), unit));
        }
        if (line.perMille().isPresent()) {
            keys.add("percentile: " + line.percentile());
        }
        share(keys, "half-width", line.halfWidth());
        if (!line.within().isEmpty()) {
            keys.add("within: " + quoted(line.within()));
        }
        line.hardware().ifPresent(hardware -> hardware(keys, hardware));
        line.place().ifPresent(place -> keys.add("place: " + place.word()));
        if (!line.note().isEmpty()) {
            keys.add("note: " + quoted(line.note()));
        }
        out.append("  - ").append(String.join("\n    ", keys)).append('\n');
    }

    private static void hardware(List<String> keys, Hardware hardware) {
        keys.add("machines: " + hardware.machines());
        keys.add("cores: " + hardware.cores());
        keys.add("memory-gib: " + Quantity.write(hardware.memoryGib(), Measure.Unit.COUNT));
        keys.add("gpu: " + (hardware.gpu() ? "yes" : "no"));
    }

    private static void share(List<String> keys, String key, OptionalDouble value) {
        value.ifPresent(share -> keys.add(key + ": " + Quantity.write(share, Measure.Unit.SHARE)));
    }

    /** In double quotes, with everything escaped that YAML asks for. */
    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                default -> quoted.append(plain(c, text, i) ? String.valueOf(c) : String.format("\\u%04x", (int) c));
            }
        }
        return quoted.append('"').toString();
    }

    /** Whether YAML takes the character as it is: no control, no line end of Unicode, no half of a pair alone. */
    private static boolean plain(char c, String text, int at) {
        if (Character.isHighSurrogate(c)) {
            return at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
        }
        return !Character.isISOControl(c) && c != 0x2028 && c != 0x2029 && c != 0xfeff && c < 0xfffe;
    }
}
