/**
 * Puts objects together: starts the command line or the window, opens projects, and hosts the workbenches between rail,
 * top bar and status bar. Nobody depends on this package. Open {@link sigmark.app.main.Main} first, then
 * {@link sigmark.app.main.ShellModel}.
 */
@NullMarked
package sigmark.app.main;

import org.jspecify.annotations.NullMarked;
