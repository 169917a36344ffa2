package sigmark.inference.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * What a model is, as its {@code card.json} says.
 *
 * @param name such as {@code detector}
 * @param version such as {@code 1}
 * @param task {@code detector} or {@code recognizer}
 * @param licence SPDX name of the weights' licence
 * @param files the model's files beside the card
 * @param sha256 over the files in order, lower-case hex; what runs record
 * @param parameters number of trained weights
 * @param document the whole card: input, normalization, vocabulary, training, data, scores, failures
 */
public record ModelCard(
        String name,
        String version,
        String task,
        String licence,
        List<String> files,
        String sha256,
        long parameters,
        JsonNode document) {
    public ModelCard {
        files = List.copyOf(files);
    }
}
