package sigmark.inference.synthesis;

import java.awt.Color;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One page of the sample project as it is written down: lines {@code split: tags: look: photo: scan: header:}, then the
 * markup of {@link BlockMarkup}.
 *
 * @param name of the file, without ending
 * @param settings the lines before the markup, by their word
 */
record SampleSheet(String name, Map<String, String> settings, List<Block> blocks) {
    private static final int DPI = 150;

    static SampleSheet read(String name) {
        Map<String, String> settings = new HashMap<>();
        List<String> markup = new ArrayList<>();
        for (String line : Resources.text("sample/" + name + ".txt").lines().toList()) {
            int colon = line.indexOf(": ");
            boolean setting =
                    markup.isEmpty() && colon > 0 && line.substring(0, colon).matches("[a-z]+");
            if (setting) {
                settings.put(line.substring(0, colon), line.substring(colon + 2));
            } else {
                markup.add(line);
            }
        }
        return new SampleSheet(name, settings, BlockMarkup.parse(markup));
    }

    String split() {
        return settings.getOrDefault("split", "train");
    }

    List<String> tags() {
        return List.of(settings.getOrDefault("tags", "").split(" "));
    }

    String typeface() {
        return look().getOrDefault("face", "");
    }

    private boolean photo() {
        return settings.containsKey("photo");
    }

    /** Whether the picture is kept as JPEG, as photos and scans are. */
    boolean jpeg() {
        return photo() || settings.containsKey("scan");
    }

    /** The finished picture. */
    InkPage draw(Typefaces typefaces, int number) {
        InkPage print = new Typesetter(theme(typefaces, number), new java.util.Random(number)).set(blocks);
        if (photo()) {
            Map<String, String> photo = pairs(settings.getOrDefault("photo", ""));
            double strength = Double.parseDouble(photo.getOrDefault("strength", "1"));
            return new PhotoModel(strength).photograph(print, Long.parseLong(photo.getOrDefault("seed", "1")));
        }
        if (settings.containsKey("scan")) {
            Map<String, String> scan = pairs(settings.getOrDefault("scan", ""));
            return new ScanModel().scan(print, Long.parseLong(scan.getOrDefault("seed", "1")));
        }
        return print;
    }

    private PageTheme theme(Typefaces typefaces, int number) {
        Map<String, String> look = look();
        boolean slide = look.containsKey("slide");
        int width = slide ? 1500 : 1240;
        int height = slide ? 844 : 1754;
        boolean indent = look.containsKey("indent");
        Color accent = new Color(Integer.parseInt(look.getOrDefault("accent", "000000"), 16));
        return new PageTheme(
                width,
                height,
                width * 0.085,
                height * 0.07,
                Integer.parseInt(look.getOrDefault("columns", "1")),
                typefaces.named(typeface()),
                (float) (Double.parseDouble(look.getOrDefault("size", "10")) * DPI / 72),
                1.55,
                indent ? 1 : 0,
                indent || look.containsKey("justified"),
                look.containsKey("textmath"),
                look.containsKey("rule"),
                Color.WHITE,
                new Color(20, 20, 20),
                accent,
                settings.getOrDefault("header", ""),
                slide ? "" : "- " + number + " -");
    }

    private Map<String, String> look() {
        return pairs(settings.getOrDefault("look", ""));
    }

    private static Map<String, String> pairs(String words) {
        Map<String, String> pairs = new HashMap<>();
        for (String word : words.split(" ")) {
            int equals = word.indexOf('=');
            pairs.put(equals < 0 ? word : word.substring(0, equals), equals < 0 ? "" : word.substring(equals + 1));
        }
        return pairs;
    }
}
