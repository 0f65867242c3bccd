// Projects with what follows from them, as the tables name them.

export const API = 'Acme / API rebuild / Development, billable';
export const PHASE_2 = 'Zenith Interiors / Phase 2 / Design, billable';
export const BRAND = 'Harbour & Pine / Brand refresh / Design, billable';
export const MENU = 'Café Montréal / Menu redesign / Design, billable';
export const Q3 = 'Meridian Maps / Q3 report / Research, billable';
export const WEB_APP = 'Acme Labs / Web app / Development, billable';
export const SHOP = "O'Brien & Sons / E-commerce shop";
