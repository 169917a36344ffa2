package sigmark.inference.training.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The text of a TorchScript class whose methods share one list of parameters. The parameters are not in the module: each
 * method takes them as its last argument {@code p}, so that Java owns, updates and saves them.
 */
public final class TorchScriptModule {
    /** Name of the class in the archive. */
    public static final String CLASS_NAME = "Net";

    private final Map<String, Integer> places = new LinkedHashMap<>();
    private final List<ParameterSpec> parameters = new ArrayList<>();
    private final List<String> norms = new ArrayList<>();
    private final StringBuilder methods = new StringBuilder();
    private final boolean half;

    /** A module that trains in float32. */
    public TorchScriptModule() {
        this(false);
    }

    /**
     * @param half whether methods for training multiply in bfloat16, which pays on processors that know it
     */
    public TorchScriptModule(boolean half) {
        this.half = half;
    }

    /** Writes the body of a method with a writer and says what it returns. */
    public interface Body {
        /** Names of the arrays that the method returns. */
        List<String> write(TorchScriptWriter writer);
    }

    /**
     * Adds a method.
     *
     * @param name its name in TorchScript
     * @param inputs names of its array arguments before {@code p}
     * @param training whether batch norm takes (and updates) the batch's own statistics
     */
    public TorchScriptModule method(String name, List<String> inputs, boolean training, Body body) {
        TorchScriptWriter writer = new TorchScriptWriter(this, training, half && training);
        List<String> results = body.write(writer);
        methods.append("  def ").append(name).append("(self: __torch__.").append(CLASS_NAME);
        inputs.forEach(input -> methods.append(",\n    ").append(input).append(": Tensor"));
        methods.append(",\n    p: List[Tensor]) -> List[Tensor]:\n");
        methods.append(writer.text());
        methods.append("    return [").append(String.join(", ", results)).append("]\n");
        return this;
    }

    /**
     * Adds a method that gives, for each batch norm in the order of {@link #norms()}, two arrays: the means over all places
     * and the mean squares of what comes into each of its channels.
     */
    public TorchScriptModule statistics(String name, List<String> inputs, Body body) {
        List<String> seen = new ArrayList<>();
        norms.clear();
        return method(name, inputs, false, writer -> {
            writer.watch((norm, map) -> {
                norms.add(norm);
                seen.add(writer.line("torch.mean(%s, [0, 2, 3], False)".formatted(map)));
                seen.add(writer.line("torch.mean(torch.mul(%s, %s), [0, 2, 3], False)".formatted(map, map)));
            });
            body.write(writer);
            return seen;
        });
    }

    /** Names of the batch norms that {@link #statistics} passed. */
    public List<String> norms() {
        return List.copyOf(norms);
    }

    /** Every parameter, in the order in which {@code p} holds them. */
    public List<ParameterSpec> parameters() {
        return List.copyOf(parameters);
    }

    /** The whole text of {@code code/__torch__.py}. */
    public String text() {
        return "class " + CLASS_NAME + "(Module):\n  __parameters__ = []\n  __buffers__ = []\n  training : bool\n"
                + methods;
    }

    /** The expression that stands for a parameter, the same for the same name. */
    String parameter(ParameterSpec spec) {
        Integer known = places.putIfAbsent(spec.name(), parameters.size());
        if (known == null) {
            parameters.add(spec);
            return "p[" + (parameters.size() - 1) + "]";
        }
        if (!parameters.get(known).equals(spec)) {
            throw new IllegalArgumentException(spec + " was asked for as " + parameters.get(known) + " before");
        }
        return "p[" + known + "]";
    }
}
