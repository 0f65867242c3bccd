// How many decimals a currency's amounts have (ISO 4217, list one). A table of its own, so that what
// an amount means does not depend on the language data of the runtime, which the main process
// would have to load for nothing else.

const WITHOUT = 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF';
const WITH_THREE = 'BHD IQD JOD KWD LYD OMR TND';
const WITH_FOUR = 'CLF UYW';

const DECIMALS: ReadonlyMap<string, number> = new Map([
  ...WITHOUT.split(' ').map((code) => [code, 0] as const),
  ...WITH_THREE.split(' ').map((code) => [code, 3] as const),
  ...WITH_FOUR.split(' ').map((code) => [code, 4] as const),
]);

/** @param currency ISO 4217 code, upper case; two for those the list does not know */
export function minorUnitDecimals(currency: string): number {
  return DECIMALS.get(currency) ?? 2;
}
