package sigmark.labeling.store.online;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sigmark.inference.work.LeftOut;
import sigmark.inference.work.Problem;

/** What an import left out: the first thousand of each kind one by one, the others as a count, so that memory is bounded. */
final class Losses {
    private static final int LISTED = 1000;

    private final List<LeftOut> listed = new ArrayList<>();
    private final Map<String, Long> counts = new LinkedHashMap<>();
    private final String file;

    Losses(String file) {
        this.file = file;
    }

    void add(Problem problem) {
        long count = counts.merge(problem.code(), 1L, Long::sum);
        if (count <= LISTED) {
            listed.add(new LeftOut(problem.where(), problem));
        }
    }

    List<LeftOut> list() {
        List<LeftOut> all = new ArrayList<>(listed);
        counts.forEach((code, count) -> {
            if (count > LISTED) {
                Problem more =
                        Problem.of("online.more-of-a-kind", file, "count", Long.toString(count - LISTED), "code", code);
                all.add(new LeftOut(file, more));
            }
        });
        return all;
    }
}
