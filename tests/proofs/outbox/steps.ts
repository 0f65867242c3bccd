// Every step of a life at which it may be killed: around each word to the database, each request,
// each timer, and what the person is told. At the chosen one the process kills itself: no handler
// runs, nothing is flushed.
import Database from 'libsql';
import type { Fetch } from '../../../shared/fetch.ts';
import type { Timers } from '../../../shared/timers.ts';

type Run = (...values: unknown[]) => unknown;

export class Steps {
  /** Those passed since they were counted anew. */
  passed: string[] = [];
  private killAt: number | null = null;
  private isCounting = false;

  /** @param killAt null: counts only */
  arm(killAt: number | null): void {
    this.passed = [];
    this.killAt = killAt;
    this.isCounting = true;
  }

  disarm(): void {
    this.isCounting = false;
  }

  step(name: string): void {
    if (!this.isCounting) return;
    this.passed.push(name);
    if (this.passed.length === this.killAt) process.kill(process.pid, 'SIGKILL');
  }

  around<T>(name: string, work: () => T): T {
    this.step(`before ${name}`);
    const done = work();
    this.step(`after ${name}`);
    return done;
  }

  /** The workspace opens its database itself, so the steps are put into the binding. */
  intoDatabase(): void {
    const steps = this;
    const { exec, prepare } = Database.prototype;
    Object.assign(Database.prototype, {
      exec(this: Database.Database, sql: string) {
        return steps.around(word(sql), () => exec.call(this, sql));
      },
      prepare(this: Database.Database, sql: string) {
        const statement = prepare.call(this, sql);
        const run = statement.run as Run;
        const counted: Run = (...values) =>
          steps.around(word(sql), () => run.apply(statement, values));
        return Object.assign(statement, { run: counted });
      },
    });
  }

  fetch(real: Fetch): Fetch {
    return async (url, init) => {
      const name = init?.method ?? 'GET';
      this.step(`before ${name}`);
      const underWay = real(url, init);
      this.step(`${name} under way`);
      const answer = await underWay;
      // FreshBooks has answered, and nobody has read it.
      this.step(`${name} answered`);
      return answer;
    };
  }

  timers(real: Timers): Timers {
    return {
      set: (callback, ms) =>
        real.set(() => {
          this.step('timer');
          callback();
        }, ms),
      clear: real.clear,
    };
  }
}

function word(sql: string): string {
  return sql.trim().split(/\s+/).slice(0, 2).join(' ');
}
