package sigmark.app.base.control;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.css.CssMetaData;
import javafx.css.StyleConverter;
import javafx.css.Styleable;
import javafx.css.StyleableObjectProperty;
import javafx.css.StyleableProperty;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/**
 * The theme's colours for code that paints: put this node (it takes no room and shows nothing) into the scene beside
 * the canvas, ask for colours, and paint again when {@link #versionProperty} changes.
 */
public final class TokenColors extends Region {
    /** A colour by its meaning; the stylesheet fills {@code -token-<name>}. */
    public enum Token {
        BACKGROUND,
        SUBTLE,
        BORDER,
        FAINT_BORDER,
        TEXT,
        MUTED,
        ACCENT,
        GOOD,
        WARNING,
        BAD,
        SELECTION,
        CANVAS,
        PERSON,
        MODEL,
        DOUBT,
        RIGHT,
        WRONG,
        GOLD,
        PAPER_PERSON,
        PAPER_MODEL,
        PAPER_DOUBT,
        PAPER_RIGHT,
        PAPER_WRONG,
        PAPER_GOLD,
        PAPER_HALO,
        SERIES_1,
        SERIES_2,
        SERIES_3,
        SERIES_4,
        SERIES_5,
        SERIES_6,
        SERIES_7,
        STEP_DECODE,
        STEP_DETECT,
        STEP_CROP,
        STEP_RECOGNIZE,
        STEP_POST;

        String property() {
            return "-token-" + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    private static final Map<Token, CssMetaData<TokenColors, Color>> METADATA = metadata();
    private static final List<CssMetaData<? extends Styleable, ?>> ALL = all();

    private final Map<Token, StyleableObjectProperty<Color>> colors = new EnumMap<>(Token.class);
    private final ReadOnlyIntegerWrapper version = new ReadOnlyIntegerWrapper();

    public TokenColors() {
        getStyleClass().add("token-colors");
        setManaged(false);
        setMouseTransparent(true);
        for (Token token : Token.values()) {
            colors.put(token, new TokenProperty(token));
        }
    }

    public Color get(Token token) {
        Color color = property(token).get();
        return color == null ? Color.GRAY : color;
    }

    /** Grows whenever a colour changes, as it does when the theme is switched. */
    public ReadOnlyIntegerProperty versionProperty() {
        return version.getReadOnlyProperty();
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return ALL;
    }

    private StyleableObjectProperty<Color> property(Token token) {
        StyleableObjectProperty<Color> property = colors.get(token);
        if (property == null) {
            throw new IllegalStateException("no colour for " + token);
        }
        return property;
    }

    private static Map<Token, CssMetaData<TokenColors, Color>> metadata() {
        Map<Token, CssMetaData<TokenColors, Color>> metadata = new EnumMap<>(Token.class);
        for (Token token : Token.values()) {
            metadata.put(token, new CssMetaData<>(token.property(), StyleConverter.getColorConverter(), Color.GRAY) {
                @Override
                public boolean isSettable(TokenColors node) {
                    return !node.property(token).isBound();
                }

                @Override
                public StyleableProperty<Color> getStyleableProperty(TokenColors node) {
                    return node.property(token);
                }
            });
        }
        return metadata;
    }

    private static List<CssMetaData<? extends Styleable, ?>> all() {
        List<CssMetaData<? extends Styleable, ?>> all = new ArrayList<>(Region.getClassCssMetaData());
        all.addAll(METADATA.values());
        return List.copyOf(all);
    }

    private final class TokenProperty extends StyleableObjectProperty<Color> {
        private final Token token;

        TokenProperty(Token token) {
            super(Color.GRAY);
            this.token = token;
        }

        @Override
        protected void invalidated() {
            get();
            version.set(version.get() + 1);
        }

        @Override
        public Object getBean() {
            return TokenColors.this;
        }

        @Override
        public String getName() {
            return token.property();
        }

        @Override
        public CssMetaData<? extends Styleable, Color> getCssMetaData() {
            CssMetaData<TokenColors, Color> data = METADATA.get(token);
            if (data == null) {
                throw new IllegalStateException("no metadata for " + token);
            }
            return data;
        }
    }
}
