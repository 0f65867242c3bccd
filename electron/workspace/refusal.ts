// FreshBooks answered, and the answer is no: the app lacks a scope, or the person a right. What it
// is about is off until a person changes that; everything else is as fresh as it can be.
import type { TraybooksError } from '../../shared/errors.ts';

export type Refusal = Extract<TraybooksError, { readonly code: 'scope-missing' | 'not-allowed' }>;

export function isRefusal(error: TraybooksError): error is Refusal {
  return error.code === 'scope-missing' || error.code === 'not-allowed';
}
