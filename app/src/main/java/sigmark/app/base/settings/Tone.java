package sigmark.app.base.settings;

/** Light or dark. */
public enum Tone {
    LIGHT,
    DARK;

    public Tone other() {
        return this == LIGHT ? DARK : LIGHT;
    }
}
