package sigmark.app.serve.browser;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import sigmark.inference.latex.CanonicalForm;
import sigmark.inference.page.Box;

/**
 * Somebody who photographs formulas and mends some of what is wrong: how often is the person's own habit, drawn from a
 * seed. What is right is known from the sample's labels.
 *
 * @param diligence share of what is wrong that this person mends
 */
record ScriptedUser(String pseudonym, boolean phone, boolean korean, double diligence) {
    private static final List<String> WRONG_KO = List.of("지수가 아래로 내려가요", "분수를 잘못 읽어요", "기호 하나가 빠졌어요", "글자랑 수식이 섞였어요");
    private static final List<String> WRONG_EN = List.of(
            "the exponent came out as an index", "a symbol is missing", "the fraction is wrong", "brackets got lost");

    static ScriptedUser drawn(int number, SplittableRandom random) {
        return new ScriptedUser(
                "u-%016x".formatted(random.nextLong()),
                number % 3 != 0,
                number % 2 == 0,
                0.35 + 0.6 * random.nextDouble());
    }

    /** Goes through what is shown and does with it what this person does. */
    void judge(TrialPage page, SamplePhoto photo, SplittableRandom random) throws Exception {
        JsonNode request = page.request();
        int shown = request.path("results").size();
        int wrong = 0;
        List<Box> boxes = new ArrayList<>();
        for (int i = 0; i < shown; i++) {
            JsonNode result = request.path("results").get(i);
            JsonNode at = result.path("box");
            Box box = new Box(
                    at.get(0).asDouble(),
                    at.get(1).asDouble(),
                    at.get(2).asDouble(),
                    at.get(3).asDouble());
            boxes.add(box);
            Optional<SamplePhoto.Formula> truth = photo.at(box);
            String latex = result.path("latex").asText();
            boolean right = truth.isPresent()
                    && CanonicalForm.tokens(truth.get().latex()).equals(CanonicalForm.tokens(latex));
            wrong += right ? 0 : 1;
            if (random.nextDouble() > 0.5 + 0.5 * diligence) {
                continue; // not even looked at
            }
            page.look(i);
            if (!right && random.nextDouble() < diligence) {
                if (truth.isPresent()) {
                    page.edit(i, truth.get().latex());
                } else {
                    page.delete(i);
                }
            } else if (random.nextDouble() < (right ? 0.75 : 0.15) * diligence) {
                page.accept(i);
            }
        }
        addMissed(page, photo, boxes, random);
        if (random.nextDouble() < 0.12 * wrong) {
            List<String> words = korean ? WRONG_KO : WRONG_EN;
            page.complain(words.get(random.nextInt(words.size())));
        }
    }

    private void addMissed(TrialPage page, SamplePhoto photo, List<Box> boxes, SplittableRandom random)
            throws Exception {
        for (SamplePhoto.Formula formula : photo.formulas()) {
            Box box = formula.box();
            boolean found = boxes.stream().anyMatch(each -> each.iou(box) > 0.1);
            if (!found && box.width() > 20 && box.height() > 10 && random.nextDouble() < 0.4 * diligence) {
                page.add(
                        (box.left() - 2) / photo.width(),
                        (box.top() - 2) / photo.height(),
                        (box.right() + 2) / photo.width(),
                        (box.bottom() + 2) / photo.height(),
                        formula.latex());
                return;
            }
        }
    }
}
