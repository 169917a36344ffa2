package sigmark.app.canvas;

import java.util.ArrayList;
import java.util.List;
import javafx.css.CssMetaData;
import javafx.css.StyleConverter;
import javafx.css.Styleable;
import javafx.css.StyleableDoubleProperty;
import javafx.css.StyleableObjectProperty;
import javafx.css.StyleableProperty;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import org.jspecify.annotations.Nullable;

/** The properties that the stylesheet sets on a {@link PageCanvas}, in one place; see {@code style/label.css}. */
final class CanvasStyle {
    private static final List<Meta> COLORS = List.of(
            new Meta("-canvas-background", 0),
            new Meta("-canvas-person", 1),
            new Meta("-canvas-model", 2),
            new Meta("-canvas-doubt", 3),
            new Meta("-canvas-right", 4),
            new Meta("-canvas-wrong", 5),
            new Meta("-canvas-gold", 6),
            new Meta("-canvas-halo", 7));
    private static final CssMetaData<PageCanvas, Number> PAPER =
            new CssMetaData<>("-canvas-paper", StyleConverter.getSizeConverter(), 1) {
                @Override
                public boolean isSettable(PageCanvas canvas) {
                    return true;
                }

                @Override
                public StyleableProperty<Number> getStyleableProperty(PageCanvas canvas) {
                    return canvas.canvasStyle().paper;
                }
            };
    private static final List<CssMetaData<? extends Styleable, ?>> ALL = all();

    private final List<Value> colors = new ArrayList<>();
    private final Paper paper;

    CanvasStyle(PageCanvas owner, Runnable changed) {
        for (Meta meta : COLORS) {
            colors.add(new Value(owner, meta, changed));
        }
        paper = new Paper(owner, changed);
    }

    static List<CssMetaData<? extends Styleable, ?>> metaData() {
        return ALL;
    }

    CanvasColors colors() {
        return new CanvasColors(
                color(0), color(1), color(2), color(3), color(4), color(5), color(6), color(7), paper.get());
    }

    private Color color(int index) {
        return colors.get(index).get() instanceof Color color ? color : Color.GREY;
    }

    private static List<CssMetaData<? extends Styleable, ?>> all() {
        List<CssMetaData<? extends Styleable, ?>> all = new ArrayList<>(Region.getClassCssMetaData());
        all.addAll(COLORS);
        all.add(PAPER);
        return List.copyOf(all);
    }

    private static final class Meta extends CssMetaData<PageCanvas, Paint> {
        private final int index;

        Meta(String property, int index) {
            super(property, StyleConverter.getPaintConverter(), Color.GREY);
            this.index = index;
        }

        @Override
        public boolean isSettable(PageCanvas canvas) {
            return true;
        }

        @Override
        public StyleableProperty<Paint> getStyleableProperty(PageCanvas canvas) {
            return canvas.canvasStyle().colors.get(index);
        }
    }

    private static final class Value extends StyleableObjectProperty<@Nullable Paint> {
        private final PageCanvas owner;
        private final Meta meta;
        private final Runnable changed;

        Value(PageCanvas owner, Meta meta, Runnable changed) {
            super(Color.GREY);
            this.owner = owner;
            this.meta = meta;
            this.changed = changed;
        }

        @Override
        protected void invalidated() {
            get();
            changed.run();
        }

        @Override
        public Object getBean() {
            return owner;
        }

        @Override
        public String getName() {
            return meta.getProperty();
        }

        @Override
        public CssMetaData<PageCanvas, Paint> getCssMetaData() {
            return meta;
        }
    }

    private static final class Paper extends StyleableDoubleProperty {
        private final PageCanvas owner;
        private final Runnable changed;

        Paper(PageCanvas owner, Runnable changed) {
            super(1);
            this.owner = owner;
            this.changed = changed;
        }

        @Override
        protected void invalidated() {
            get();
            changed.run();
        }

        @Override
        public Object getBean() {
            return owner;
        }

        @Override
        public String getName() {
            return "-canvas-paper";
        }

        @Override
        public CssMetaData<PageCanvas, Number> getCssMetaData() {
            return PAPER;
        }
    }
}
