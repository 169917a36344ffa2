/**
 * The Service workbench: requirements, design, data plan, iterations, verdicts, releases, capacity, trials. Open
 * {@link sigmark.app.service.ServiceWorkbench} first. To add a page: write a class that is a
 * {@link sigmark.app.service.ServicePage} (in a package below this one when it needs many classes), name it in
 * {@link sigmark.app.service.ServicePages}, and give it the texts {@code service.page.<id>} and, for its keys,
 * {@code scope.service.<id>}. Nothing else changes.
 */
@NullMarked
package sigmark.app.service;

import org.jspecify.annotations.NullMarked;
