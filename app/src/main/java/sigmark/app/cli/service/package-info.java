/**
 * Commands from requirements to release: the sheet, the plan, verdicts, loads, capacity, releases. Each is named in
 * {@code app.cli.CommandList}. Open {@link sigmark.app.cli.service.JudgeRun} first.
 */
@NullMarked
package sigmark.app.cli.service;

import org.jspecify.annotations.NullMarked;
