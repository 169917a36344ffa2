package sigmark.analysis.cases;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import sigmark.analysis.statistics.Interval;

/** The output of one case while it is put together; a value that is absent or not finite is written as null. */
final class Answer {
    private final ObjectNode output = JsonNodeFactory.instance.objectNode();
    private String reason = "";

    Answer put(String name, double value) {
        if (Double.isFinite(value)) {
            output.put(name, value);
        } else {
            output.putNull(name);
        }
        return this;
    }

    Answer put(String name, long value) {
        output.put(name, value);
        return this;
    }

    Answer put(String name, boolean value) {
        output.put(name, value);
        return this;
    }

    Answer put(String name, String value) {
        output.put(name, value);
        return this;
    }

    Answer put(String name, OptionalDouble value) {
        return put(name, value.orElse(Double.NaN));
    }

    Answer put(String name, Optional<Interval> interval) {
        interval.ifPresentOrElse(
                found -> put(name, new double[] {found.low(), found.high()}), () -> output.putNull(name));
        return this;
    }

    Answer put(String name, double[] values) {
        var array = output.putArray(name);
        for (double value : values) {
            array.add(value);
        }
        return this;
    }

    /** A part with fields of its own. */
    Answer put(String name, Answer part) {
        output.set(name, part.output());
        return this;
    }

    /** A list of parts. */
    Answer put(String name, List<Answer> rows) {
        var array = output.putArray(name);
        rows.forEach(row -> array.add(row.output()));
        return this;
    }

    /** A list of lists of numbers. */
    Answer putLists(String name, List<double[]> lists) {
        var array = output.putArray(name);
        for (double[] list : lists) {
            var inner = array.addArray();
            for (double value : list) {
                inner.add(value);
            }
        }
        return this;
    }

    /** A list of lists of whole numbers. */
    Answer putGroups(String name, List<List<Integer>> groups) {
        var array = output.putArray(name);
        for (List<Integer> group : groups) {
            var inner = array.addArray();
            group.forEach(inner::add);
        }
        return this;
    }

    Answer absent(String... names) {
        for (String name : names) {
            output.putNull(name);
        }
        return this;
    }

    Answer because(String words) {
        reason = words;
        return this;
    }

    ObjectNode output() {
        return output;
    }

    /** Why a value is absent; empty when none is. */
    String reason() {
        return reason;
    }
}
