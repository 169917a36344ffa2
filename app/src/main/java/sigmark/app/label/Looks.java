package sigmark.app.label;

import sigmark.inference.page.Box;

/** What the view model asks of the screen. */
interface Looks {
    /** Nobody looks, as in a test without a window. */
    Looks NONE = new Looks() {
        @Override
        public void center(Box box) {}

        @Override
        public void reveal(Box box) {}

        @Override
        public void typeLatex() {}

        @Override
        public void focusPage() {}
    };

    /** Brings a box into the middle, large enough to read. */
    void center(Box box);

    /** Brings a box into sight, if it is not. */
    void reveal(Box box);

    /** Puts the caret into the region's LaTeX. */
    void typeLatex();

    /** Gives the page the focus, for single keys. */
    void focusPage();
}
