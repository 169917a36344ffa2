package sigmark.inference.page;

import java.util.List;
import sigmark.inference.work.Problem;

/**
 * What a file holds, read from its headers only.
 *
 * @param pages one frame a page, in order; never empty
 * @param remarks what is odd about the file although it can be read, such as an extension that does not fit
 */
public record PageProbe(PageFormat format, List<PageFrame> pages, List<Problem> remarks) {
    public PageProbe {
        if (pages.isEmpty()) {
            throw new IllegalArgumentException("a file of format %s without pages".formatted(format));
        }
        pages = List.copyOf(pages);
        remarks = List.copyOf(remarks);
    }
}
