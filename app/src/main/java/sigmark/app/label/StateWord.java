package sigmark.app.label;

import sigmark.labeling.project.LabelState;

/** Icon and style class of a state; never shown without its word. */
final class StateWord {
    private StateWord() {}

    static String icon(LabelState state) {
        return switch (state) {
            case UNTOUCHED -> "fth-circle";
            case LABELED -> "fth-edit-2";
            case SUBMITTED -> "fth-upload";
            case ACCEPTED -> "fth-check-circle";
            case RETURNED -> "fth-corner-up-left";
        };
    }

    static String styleClass(LabelState state) {
        return "state-" + state.word();
    }

    static String key(LabelState state) {
        return "state." + state.word();
    }
}
