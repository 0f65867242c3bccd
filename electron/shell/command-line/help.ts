// What `--help` prints.
export const HELP = `Traybooks: FreshBooks in your system tray.

  traybooks                       start the app, or show it
  traybooks --add "TEXT"          log time: --add "acme api 1.5h standup"
  traybooks --start "TEXT"        start a timer: --start "acme api"
  traybooks --pause, --resume     pause the timer, or go on with it
  traybooks --stop                stop the timer and log it
  traybooks --status              the timer, today's hours, what is not sent yet
  traybooks --show                show the window
  traybooks --help, --version

  --json                          answer as JSON on stdout

Texts are read as in the quick-add line. What is unclear is asked, and nothing is saved.
An app that is not running is started in the tray.

Exit codes
  0  done
  1  could not be done; the reason is on stderr
  2  wrong use
  3  the text is unclear; the question and its choices are on stderr
  4  a sign-in is needed; show the app
  5  no answer from the app`;
