// The single values of an answer, read a second time by rules of its own: straight from
// freshbooks-api.md, without the schemas under test. What does not fit is damage, with its path.
import { isObject, type Path } from './json.ts';

/** A body that does not say what a faithful one says. */
export class Damage extends Error {
  constructor(readonly path: Path) {
    super(path.join('.'));
  }
}

/** A value and where it stands, so that every complaint has a path. */
export class Place {
  constructor(
    readonly value: unknown,
    readonly path: Path = [],
  ) {}

  member(name: string): Place {
    if (!isObject(this.value)) return this.damage();
    const value = Object.hasOwn(this.value, name) ? this.value[name] : undefined;
    return new Place(value, [...this.path, name]);
  }

  rows(): readonly Place[] {
    if (!Array.isArray(this.value)) return this.damage();
    return this.value.map((row, index) => new Place(row, [...this.path, index]));
  }

  get isMissing(): boolean {
    return this.value === null || this.value === undefined;
  }

  /** An integer, or one as text: FreshBooks writes both (§10, 22). */
  wholeNumber(): number {
    const { value } = this;
    const number = typeof value === 'string' && /^-?\d{1,15}$/.test(value) ? Number(value) : value;
    return typeof number === 'number' && Number.isSafeInteger(number) ? number : this.damage();
  }

  id(): number {
    const number = this.wholeNumber();
    return number > 0 ? number : this.damage();
  }

  text(): string {
    return typeof this.value === 'string' ? this.value : this.damage();
  }

  /** Trimmed; empty when missing. */
  words(): string {
    return this.isMissing ? '' : this.text().trim();
  }

  yes(): boolean {
    return typeof this.value === 'boolean' ? this.value : this.damage();
  }

  /** Null when missing. */
  maybe<Value>(read: (place: Place) => Value): Value | null {
    return this.isMissing ? null : read(this);
  }

  day(): string {
    const text = this.text();
    const [year, month, day] = (/^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? []).slice(1).map(Number);
    return isDate(year, month, day) ? text : this.damage();
  }

  /** Milliseconds; UTC unless it names an offset. */
  instant(): number {
    const match =
      /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?(?:Z|([+-])(\d\d):?(\d\d))?$/i.exec(
        this.text(),
      );
    if (!match) return this.damage();
    const [year, month, day, hour = 0, minute = 0, second = 0] = match
      .slice(1, 7)
      .map((digits) => Number(digits ?? 0));
    if (!isDate(year, month, day) || hour > 23 || minute > 59 || second > 59) return this.damage();
    const at = Date.UTC(year ?? 0, (month ?? 0) - 1, day, hour, minute, second);
    const offset = (Number(match[9] ?? 0) * 60 + Number(match[10] ?? 0)) * 60_000;
    const part = Math.floor(Number(`0.${match[7] ?? 0}`) * 1000);
    return at + part - (match[8] === '-' ? -offset : offset);
  }

  zone(): string | null {
    if (this.isMissing) return null;
    const text = this.text();
    try {
      return new Intl.DateTimeFormat('en', { timeZone: text }) && text;
    } catch {
      return null;
    }
  }

  /** Minor units counted with big integers, so that no float can agree with another by chance. */
  money(): { readonly minor: number; readonly currency: string } {
    const amount = this.member('amount').text().trim();
    const currency = this.member('code').text();
    const match = /^(-?)(\d+)(?:\.(\d*))?$/.exec(amount);
    if (!match || !/^[A-Z]{3}$/.test(currency)) return this.damage();
    const digits = DIGITS[currency] ?? 2;
    const fraction = (match[3] ?? '').padEnd(digits + 1, '0');
    const kept = BigInt(`${match[2]}${fraction.slice(0, digits)}`);
    const minor = kept + (Number(fraction[digits]) >= 5 ? 1n : 0n);
    if (minor > BigInt(Number.MAX_SAFE_INTEGER)) return this.damage();
    return { minor: minor === 0n ? 0 : Number(match[1] ? -minor : minor), currency };
  }

  damage(): never {
    throw new Damage(this.path);
  }
}

const DIGITS: Readonly<Record<string, number>> = { JPY: 0 };

function isDate(year = 0, month = 0, day = 0): boolean {
  const date = new Date(Date.UTC(2000, month - 1, day));
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day && day > 0;
}
