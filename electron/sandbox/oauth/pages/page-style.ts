/**
 * The look of the sample FreshBooks' pages: ink, grey and air, one deep green for the person's own
 * action, on the 8-point rhythm of the app itself.
 */
export const pageStyle = `
:root {
  --ground: #eceeee; --card: #fdfdfc; --ink: #17191b; --soft: #565d63; --faint: #676e74;
  --line: #e3e5e4; --accent: #0c7a62; --accent-press: #0a6552; --on-accent: #ffffff;
  --wash: #e4f2ee; --wash-ink: #0b6150; --shadow: 0 1px 2px #1719180d, 0 16px 48px -12px #1719182e;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #101214; --card: #1a1d1f; --ink: #f0f2f1; --soft: #a7aeb2; --faint: #8d949a;
    --line: #2b2f32; --accent: #4cc2a6; --accent-press: #6dd0b8; --on-accent: #06231c;
    --wash: #17352e; --wash-ink: #7fdac3; --shadow: 0 1px 0 #ffffff0a inset, 0 16px 48px -12px #000000a6;
  }
}
* { box-sizing: border-box; }
html { height: 100%; }
body {
  margin: 0; min-height: 100%; padding: 24px 16px;
  display: grid; place-items: center;
  background: var(--ground); color: var(--ink);
  font: 15px/1.5 Inter, system-ui, -apple-system, "Segoe UI", Roboto, "DejaVu Sans", sans-serif;
  font-feature-settings: "tnum"; -webkit-font-smoothing: antialiased;
}
.card {
  width: 100%; max-width: 440px; overflow: hidden;
  background: var(--card); border: 1px solid var(--line); border-radius: 16px;
  box-shadow: var(--shadow);
}
.notice {
  margin: 0; padding: 10px 12px; border-bottom: 1px solid var(--line);
  background: var(--wash); color: var(--wash-ink); font-size: 12.5px; text-align: center; text-wrap: balance;
}
.head { padding: 28px 32px 24px; }
.pair { display: flex; align-items: center; gap: 10px; margin-bottom: 20px; }
.mark { display: block; width: 44px; height: 44px; border-radius: 12px; }
.mark-app { background: var(--accent); color: var(--on-accent); }
.mark-books { background: var(--wash); color: var(--wash-ink); }
.link { width: 36px; height: 12px; color: var(--faint); }
h1 { margin: 0; font-size: 23px; line-height: 1.25; font-weight: 650; letter-spacing: -.015em; text-wrap: balance; }
p { margin: 8px 0 0; color: var(--soft); }
.who {
  display: flex; align-items: center; gap: 12px;
  padding: 14px 32px; border-block: 1px solid var(--line);
}
.avatar {
  flex: none; display: grid; place-items: center; width: 36px; height: 36px; border-radius: 50%;
  background: var(--wash); color: var(--wash-ink); font-size: 13px; font-weight: 650;
}
.who-text { display: grid; line-height: 1.35; min-width: 0; }
.who-name { font-weight: 600; }
.who-mail { color: var(--faint); font-size: 13px; overflow: hidden; text-overflow: ellipsis; }
.asks { padding: 20px 32px 0; }
h2 { margin: 0 0 6px; font-size: 13px; font-weight: 600; color: var(--faint); }
ul { list-style: none; margin: 0 0 16px; padding: 0; }
li { display: flex; gap: 12px; padding: 2px 0; }
li svg { flex: none; width: 18px; height: 18px; margin-top: 2px; color: var(--accent); }
.small { margin: 0; font-size: 13px; color: var(--faint); overflow-wrap: anywhere; }
form { display: flex; gap: 12px; padding: 24px 32px 28px; }
button {
  flex: 1; height: 44px; padding: 0 16px; border-radius: 10px; border: 1px solid var(--line);
  background: transparent; color: var(--ink); font: inherit; font-weight: 600; cursor: pointer;
}
button:hover { border-color: var(--faint); }
button.primary { flex: 1.6; background: var(--accent); border-color: var(--accent); color: var(--on-accent); }
button.primary:hover { background: var(--accent-press); border-color: var(--accent-press); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 3px; }
.sorry { padding: 32px; }
.sorry p + p { margin-top: 16px; }
code { font: 12px/1.4 ui-monospace, "SF Mono", Menlo, "DejaVu Sans Mono", monospace; color: var(--faint); }
@media (max-width: 400px) {
  .notice, .head, .who, .asks, .sorry, form { padding-inline: 20px; }
}
@media (forced-colors: active) { .mark, .avatar { border: 1px solid; } }
`;
