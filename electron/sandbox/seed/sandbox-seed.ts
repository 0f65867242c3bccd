/**
 * A seed makes the books a fresh sandbox opens with.
 */
import type { SampleBooks } from '../state/sample-books.ts';

/** @param nowMs epoch milliseconds; everything seeded is dated relative to it */
export type SandboxSeed = (nowMs: number) => SampleBooks;
