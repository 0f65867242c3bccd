// Tells the tour step by step: what was tried, whether it held, and a picture of it.
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

export interface Narrator {
  /**
   * One step. What it throws is told as ✗ and the tour goes on, so that one failure does not
   * hide the next.
   * @param act does the step; returns a remark to tell, or nothing
   */
  step(title: string, act: () => Promise<string | undefined>): Promise<boolean>;
  /** Prints the last line. @returns the exit code */
  close(): number;
}

/** A step that hangs is a step that failed. */
const STEP_LIMIT_MS = 30_000;

export async function openNarrator(
  folder: string,
  picture: (file: string) => Promise<void>,
  print: (line: string) => void,
): Promise<Narrator> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  let steps = 0;
  let passed = 0;

  return {
    async step(title, act) {
      steps += 1;
      const file = `${String(steps).padStart(2, '0')}-${slug(title)}.png`;
      const outcome = await inTime(act()).then(
        (remark) => ({ held: true, remark }),
        (error: unknown) => ({ held: false, remark: firstLine(error) }),
      );
      const pictured = await picture(join(folder, file)).then(
        () => true,
        () => false,
      );
      if (outcome.held && pictured) passed += 1;
      print(`${outcome.held && pictured ? '✓' : '✗'} ${steps}. ${title}`);
      if (outcome.remark) print(`     ${outcome.remark}`);
      print(pictured ? `     picture: ${file}` : '     no picture could be taken');
      return outcome.held;
    },
    close() {
      print('');
      print(`Guided tour: ${passed} of ${steps} steps passed`);
      return passed === steps ? 0 : 1;
    },
  };
}

async function inTime<T>(step: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('Took more than 30 seconds')), STEP_LIMIT_MS);
  });
  try {
    return await Promise.race([step, tooLong]);
  } finally {
    clearTimeout(timer);
  }
}

function slug(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 50);
}

function firstLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.split('\n').slice(0, 6).join('\n     ');
}
