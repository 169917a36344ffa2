/**
 * Examples as pictures, set by the program or cut from the sample project, and rules tried on their own examples. Open
 * {@link sigmark.labeling.guide.example.ExampleGallery} first.
 */
@NullMarked
package sigmark.labeling.guide.example;

import org.jspecify.annotations.NullMarked;
