package sigmark.app.base.control;

import org.kordamp.ikonli.javafx.FontIcon;

/** Feather icons in the sizes of the house, coloured by the stylesheet. */
public final class Icons {
    /** Beside text in small controls. */
    public static final int SMALL = 14;
    /** In buttons and rows. */
    public static final int NORMAL = 16;
    /** In the rail. */
    public static final int LARGE = 19;

    private Icons() {}

    public static FontIcon normal(String code) {
        return of(code, NORMAL);
    }

    public static FontIcon small(String code) {
        return of(code, SMALL);
    }

    public static FontIcon of(String code, int size) {
        FontIcon icon = new FontIcon(code);
        icon.setIconSize(size);
        icon.getStyleClass().add("icon-" + size); // the base theme sets a size of its own, which only a style beats
        return icon;
    }
}
