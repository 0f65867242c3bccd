// Light or dark: the person's choice where there is one, the desktop's otherwise. Kept on the
// root element, so that the dark colours are written once in the style sheet.
import type { Settings } from '../../shared/settings.ts';

const dark = window.matchMedia('(prefers-color-scheme: dark)');

let chosen: Settings['appearance'] = 'system';

export function chooseAppearance(appearance: Settings['appearance']): void {
  chosen = appearance;
  apply();
}

function apply(): void {
  const desktop = dark.matches ? 'dark' : 'light';
  document.documentElement.dataset.appearance = chosen === 'system' ? desktop : chosen;
}

dark.addEventListener('change', apply);
apply();
