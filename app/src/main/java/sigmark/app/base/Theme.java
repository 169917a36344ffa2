package sigmark.app.base;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.application.Application;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.text.Font;
import sigmark.app.base.settings.Tone;

/**
 * Light and dark: AtlantaFX's Primer with Sigmark's stylesheets over it, switched while running. Every window's scene
 * is {@link #dress dressed} once. Use from the window's thread.
 */
public final class Theme {
    private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");
    private static final List<String> FONTS = List.of(
            "Pretendard-Regular.otf", "Pretendard-Bold.otf", "JetBrainsMono-Regular.ttf", "JetBrainsMono-Bold.ttf");

    private final ReadOnlyObjectWrapper<Tone> tone = new ReadOnlyObjectWrapper<>(Tone.LIGHT);
    private final List<Scene> scenes = new ArrayList<>();
    private final List<String> sheets = new ArrayList<>();

    /** @param sheets names of stylesheets in {@code style/} that lie over Primer, the later over the earlier */
    public Theme(List<String> sheets) {
        this.sheets.addAll(sheets);
        FONTS.forEach(Theme::loadFont);
        show(Tone.LIGHT);
    }

    private Theme() {}

    /** For view models without a window: knows its tone and shows nothing. */
    public static Theme unshown() {
        return new Theme();
    }

    public ReadOnlyObjectProperty<Tone> toneProperty() {
        return tone.getReadOnlyProperty();
    }

    public Tone tone() {
        return tone.get();
    }

    public void show(Tone next) {
        tone.set(next);
        Application.setUserAgentStylesheet(
                next == Tone.DARK
                        ? new PrimerDark().getUserAgentStylesheet()
                        : new PrimerLight().getUserAgentStylesheet());
        scenes.forEach(this::paint);
    }

    /** Gives a scene the theme's stylesheets, now and after each switch. */
    public void dress(Scene scene) {
        scenes.add(scene);
        paint(scene);
    }

    /** Forgets a scene whose window closed. */
    public void undress(Scene scene) {
        scenes.remove(scene);
    }

    private void paint(Scene scene) {
        List<String> all = new ArrayList<>();
        sheets.forEach(sheet -> url(sheet).ifPresent(all::add));
        url(tone.get() == Tone.DARK ? "dark.css" : "light.css").ifPresent(all::add);
        scene.getStylesheets().setAll(all);
        scene.getRoot().pseudoClassStateChanged(DARK, tone.get() == Tone.DARK);
    }

    /** Empty for the sheet of a workbench that is not installed. */
    private static Optional<String> url(String sheet) {
        return Optional.ofNullable(Theme.class.getResource("/sigmark/style/" + sheet))
                .map(URL::toExternalForm);
    }

    private static void loadFont(String file) {
        try (InputStream in = Theme.class.getResourceAsStream("/sigmark/fonts/" + file)) {
            if (in != null) {
                Font.loadFont(in, 13);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read font " + file, e);
        }
    }
}
