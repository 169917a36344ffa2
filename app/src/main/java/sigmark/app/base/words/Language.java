package sigmark.app.base.words;

import java.util.Locale;
import java.util.Optional;

/** A language that all texts exist in. */
public enum Language {
    ENGLISH("en", "English", Locale.ENGLISH),
    KOREAN("ko", "한국어", Locale.KOREAN);

    private final String code;
    private final String ownName;
    private final Locale locale;

    Language(String code, String ownName, Locale locale) {
        this.code = code;
        this.ownName = ownName;
        this.locale = locale;
    }

    /** ISO 639 code, as in the names of message files. */
    public String code() {
        return code;
    }

    /** The language's name in itself. */
    public String ownName() {
        return ownName;
    }

    public Locale locale() {
        return locale;
    }

    /** The language after this one, for a switch. */
    public Language other() {
        return this == ENGLISH ? KOREAN : ENGLISH;
    }

    public static Optional<Language> ofCode(String code) {
        for (Language language : values()) {
            if (language.code.equals(code)) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }

    /** Korean where the machine speaks Korean, else English. */
    public static Language ofMachine(Locale machine) {
        return machine.getLanguage().equals("ko") ? KOREAN : ENGLISH;
    }
}
