/** What the tests of the analysis share. */
@org.jspecify.annotations.NullMarked
package sigmark.analysis;
