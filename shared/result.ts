// What can go wrong in normal life comes back as a value; only bugs are thrown.
import type { TraybooksError } from './errors.ts';

export type Ok<T> = { readonly ok: true; readonly value: T };
export type Failed = { readonly ok: false; readonly error: TraybooksError };
export type Result<T> = Ok<T> | Failed;

export function ok(): Ok<undefined>;
export function ok<T>(value: T): Ok<T>;
export function ok<T>(value?: T): Ok<T | undefined> {
  return { ok: true, value };
}

export function failed(error: TraybooksError): Failed {
  return { ok: false, error };
}
