// Where a life may end: around each word to the database and each request, at each look at the
// clock. The process kills itself there: no handler runs, nothing is flushed.
import Database from 'libsql';
import type { Fetch } from '../../../shared/fetch.ts';

export class KillPoints {
  private passed = 0;
  private killAt: number | null = null;

  /** Counts anew. @param killAt null: nothing happens */
  arm(killAt: number | null): void {
    this.passed = 0;
    this.killAt = killAt;
  }

  point(): void {
    this.passed += 1;
    if (this.passed === this.killAt) process.kill(process.pid, 'SIGKILL');
  }

  /** The workspace opens its database itself, so they are put into the binding. */
  intoDatabase(): void {
    const { exec } = Database.prototype;
    const point = () => this.point();
    Object.assign(Database.prototype, {
      exec(this: Database.Database, sql: string) {
        point();
        const done = exec.call(this, sql);
        point();
        return done;
      },
    });
  }

  clock(real: () => number): () => number {
    return () => {
      this.point();
      return real();
    };
  }

  fetch(real: Fetch): Fetch {
    return async (url, init) => {
      this.point();
      const underWay = real(url, init);
      this.point();
      const answer = await underWay;
      // FreshBooks has answered, and nobody has read it.
      this.point();
      return answer;
    };
  }
}
