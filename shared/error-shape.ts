// An error on its way to the page. The main process made it from the union, so only its kind is
// looked at again.
import { z } from 'zod';
import type { TraybooksError } from './errors.ts';

export function errorShape() {
  return z.custom<TraybooksError>(
    (value) => typeof value === 'object' && value !== null && 'code' in value,
  );
}
