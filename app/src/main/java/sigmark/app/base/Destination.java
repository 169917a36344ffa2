package sigmark.app.base;

import java.util.Optional;

/**
 * A place in the project that a workbench can show.
 *
 * @param workbench its id
 * @param page page id
 * @param region region id
 * @param run run number
 * @param query slice query that narrows what is listed
 */
public record Destination(
        String workbench, Optional<String> page, Optional<String> region, Optional<Long> run, Optional<String> query) {
    public static Destination of(String workbench) {
        return new Destination(workbench, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    public Destination page(String id) {
        return new Destination(workbench, Optional.of(id), region, run, query);
    }

    public Destination region(String id) {
        return new Destination(workbench, page, Optional.of(id), run, query);
    }

    public Destination run(long id) {
        return new Destination(workbench, page, region, Optional.of(id), query);
    }

    public Destination query(String text) {
        return new Destination(workbench, page, region, run, Optional.of(text));
    }
}
