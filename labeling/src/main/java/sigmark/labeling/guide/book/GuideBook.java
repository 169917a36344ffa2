package sigmark.labeling.guide.book;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import sigmark.inference.latex.render.FormulaImage;
import sigmark.inference.latex.render.FormulaRenderer;
import sigmark.inference.latex.render.RenderStyle;
import sigmark.inference.work.ProblemException;
import sigmark.labeling.guide.Guide;
import sigmark.labeling.guide.GuideExample;
import sigmark.labeling.guide.GuideRule;
import sigmark.labeling.guide.GuideSection;
import sigmark.labeling.guide.GuideWords;
import sigmark.labeling.guide.RuleWords;
import sigmark.labeling.guide.example.ExampleGallery;
import sigmark.labeling.guide.example.Exhibit;

/** A guide as one HTML page that needs no other file: words, rules, examples with their pictures inside. */
public final class GuideBook {
    private static final double FORMULA = 32;

    private final Guide guide;
    private final GuideWords words;
    private final ExampleGallery gallery;
    private final BookTexts texts;
    private final StringBuilder html = new StringBuilder();

    private GuideBook(Guide guide, String language, ExampleGallery gallery, BookTexts texts) {
        this.guide = guide;
        this.words = guide.in(language);
        this.gallery = gallery;
        this.texts = texts;
    }

    /**
     * The page.
     *
     * @param edition such as "Guide 3, 25 Nov 2026"; stands below the title
     */
    public static String html(Guide guide, String language, String edition, ExampleGallery gallery, BookTexts texts) {
        GuideBook book = new GuideBook(guide, language, gallery, texts);
        book.write(edition);
        return book.html.toString();
    }

    private void write(String edition) {
        html.append("<!DOCTYPE html>\n<html lang=\"")
                .append(escape(words.language()))
                .append("\"><head><meta charset=\"utf-8\">");
        html.append("<meta name=\"viewport\" content=\"width=device-width\"><title>")
                .append(escape(words.title()));
        html.append("</title><style>").append(BookStyle.CSS).append("</style></head><body>\n<h1>");
        html.append(escape(words.title()))
                .append("</h1>\n<p class=\"edition\">")
                .append(escape(edition))
                .append("</p>\n");
        blocks(words.introduction());
        html.append("<nav><ol>");
        for (int i = 0; i < words.sections().size(); i++) {
            html.append("<li><a href=\"#s").append(i + 1).append("\">");
            html.append(escape(words.sections().get(i).title())).append("</a></li>");
        }
        html.append("</ol></nav>\n");
        for (int i = 0; i < words.sections().size(); i++) {
            section(words.sections().get(i), i + 1);
        }
        html.append("</body></html>\n");
    }

    private void section(GuideSection section, int number) {
        html.append("<section><h2 id=\"s")
                .append(number)
                .append("\">")
                .append(escape(section.title()))
                .append("</h2>\n");
        blocks(section.markdown());
        section.ruleIds().forEach(id -> guide.rule(id).ifPresent(this::rule));
        html.append("</section>\n");
    }

    private void rule(GuideRule rule) {
        RuleWords own = words.rule(rule.id());
        html.append("<article id=\"")
                .append(rule.id())
                .append("\"><h3><span class=\"id\">")
                .append(rule.id());
        html.append("</span> ").append(spans(Spans.of(own.title()))).append("</h3>\n<p class=\"chips\"><span class=\"");
        html.append(rule.severity().word())
                .append("\">")
                .append(escape(texts.severity(rule.severity())))
                .append("</span>");
        if (rule.check().isPresent()) {
            html.append(" <span class=\"checked\">")
                    .append(escape(texts.text("guide.checked")))
                    .append("</span>");
        }
        html.append("</p>\n");
        blocks(own.markdown());
        html.append("<div class=\"examples\">");
        rule.examples(true).forEach(this::example);
        rule.examples(false).forEach(this::example);
        html.append("</div></article>\n");
    }

    private void example(GuideExample example) {
        String note = example.note(words.language());
        html.append("<figure class=\"").append(example.good() ? "good" : "bad").append("\"><figcaption><b>");
        html.append(escape(texts.text(example.good() ? "guide.like-this" : "guide.not-like-this")))
                .append("</b> ");
        html.append(escape(note)).append("</figcaption>");
        try {
            Exhibit exhibit = gallery.exhibit(example);
            BufferedImage picture = ExamplePainter.paint(exhibit, example.good());
            html.append("<img alt=\"")
                    .append(escape(exhibit.label().latex().orElse("")))
                    .append("\" width=\"");
            html.append(picture.getWidth() * 3 / 4)
                    .append("\" src=\"")
                    .append(data(picture))
                    .append("\">");
            exhibit.label().latex().ifPresent(latex -> html.append("<code>")
                    .append(escape(latex))
                    .append("</code>"));
        } catch (ProblemException missing) {
            html.append("<p>").append(escape(missing.problem().code())).append("</p>");
        }
        html.append("</figure>");
    }

    private void blocks(String markdown) {
        for (Block block : Markdown.blocks(markdown)) {
            if (block instanceof Block.Heading heading) {
                html.append("<h4>").append(spans(heading.spans())).append("</h4>\n");
            } else if (block instanceof Block.Paragraph paragraph) {
                html.append("<p>").append(spans(paragraph.spans())).append("</p>\n");
            } else if (block instanceof Block.Items items) {
                String tag = items.numbered() ? "ol" : "ul";
                html.append("<").append(tag).append(">");
                items.items()
                        .forEach(item -> html.append("<li>").append(spans(item)).append("</li>"));
                html.append("</").append(tag).append(">\n");
            } else if (block instanceof Block.Table table) {
                table(table);
            } else if (block instanceof Block.Code code) {
                html.append("<pre>").append(escape(code.text())).append("</pre>\n");
            }
        }
    }

    private void table(Block.Table table) {
        html.append("<table>");
        for (int i = 0; i < table.rows().size(); i++) {
            String cell = i == 0 ? "th" : "td";
            html.append("<tr>");
            table.rows().get(i).forEach(spans -> html.append("<")
                    .append(cell)
                    .append(">")
                    .append(spans(spans))
                    .append("</")
                    .append(cell)
                    .append(">"));
            html.append("</tr>");
        }
        html.append("</table>\n");
    }

    private String spans(List<Span> spans) {
        StringBuilder out = new StringBuilder();
        for (Span span : spans) {
            String inside =
                    switch (span.kind()) {
                        case CODE -> "<code>" + escape(span.text()) + "</code>";
                        case FORMULA -> formula(span.text());
                        case PICTURE -> "<i>" + escape(span.text()) + "</i>";
                        case LINK, WORDS -> linked(escape(span.text()));
                    };
            String slanted = span.slanted() ? "<i>" + inside + "</i>" : inside;
            out.append(span.strong() ? "<b>" + slanted + "</b>" : slanted);
        }
        return out.toString();
    }

    /** Ids of rules lead to the rules. */
    private String linked(String text) {
        return java.util.regex.Pattern.compile("\\b[A-Z]{1,3}-[0-9]{1,3}\\b")
                .matcher(text)
                .replaceAll(match -> guide.rule(match.group()).isPresent()
                        ? "<a href=\"#" + match.group() + "\">" + match.group() + "</a>"
                        : match.group());
    }

    private static String formula(String latex) {
        return FormulaRenderer.render(latex, new RenderStyle(FORMULA, 0xFF1F2328, false))
                .image()
                .map(image -> {
                    double below = (image.height() - image.baseline()) / 2.0;
                    return "<img class=\"f\" alt=\"%s\" style=\"height:%.1fpx;vertical-align:-%.1fpx\" src=\"%s\">"
                            .formatted(escape(latex), image.height() / 2.0, below, data(transparent(image)));
                })
                .orElse("<code>" + escape(latex) + "</code>");
    }

    private static BufferedImage transparent(FormulaImage image) {
        var picture = new BufferedImage(image.width(), image.height(), BufferedImage.TYPE_INT_ARGB);
        picture.setRGB(0, 0, image.width(), image.height(), image.argb(), 0, image.width());
        return picture;
    }

    static String data(BufferedImage image) {
        try {
            var bytes = new ByteArrayOutputStream();
            ImageIO.write(image, "png", bytes);
            return "data:image/png;base64," + Base64.getEncoder().encodeToString(bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
