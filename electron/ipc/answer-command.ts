// What happens to one command, apart from Electron: the name must be in the table, the input
// must fit its schema, and so must the answer on its way out.
import type { z } from 'zod';
import type { TraybooksError } from '../../shared/errors.ts';
import {
  COMMANDS,
  type CommandAnswer,
  type CommandInput,
  type CommandName,
  commandInputs,
  commandOutputs,
} from '../../shared/ipc.ts';
import { failed, type Result } from '../../shared/result.ts';

export type CommandHandlers = {
  readonly [Name in CommandName]: (
    input: CommandInput<Name>,
  ) => CommandAnswer<Name> | Promise<CommandAnswer<Name>>;
};

/**
 * @param reportBug told of everything that should not have happened; gets no payload
 * @returns always a value; a thrown error becomes the `bug` code without its text, which could
 *   quote what was entered
 */
export async function answerCommand(
  handlers: CommandHandlers,
  name: unknown,
  input: unknown,
  reportBug: (error: unknown) => void,
): Promise<Result<unknown>> {
  if (!isCommand(name)) return failed(bug('unknown command'));
  const parsed = inputSchema(name).safeParse(input);
  if (!parsed.success) return failed(bug(`${name}: ${paths(parsed.error)}`));
  try {
    // The schema just proved that this input is this command's own.
    const handler = handlers[name] as (input: unknown) => unknown;
    const answer = outputSchema(name).safeParse(await handler(parsed.data));
    if (answer.success) return answer.data as Result<unknown>;
    reportBug(new Error(`Answer of ${name} does not fit: ${paths(answer.error)}`));
  } catch (error) {
    reportBug(error);
  }
  return failed(bug(name));
}

function isCommand(name: unknown): name is CommandName {
  return COMMANDS.some((known) => known === name);
}

const made = new Map<string, z.ZodType>();

function inputSchema(name: CommandName): z.ZodType {
  return cached(`in ${name}`, commandInputs[name]);
}

function outputSchema(name: CommandName): z.ZodType {
  return cached(`out ${name}`, commandOutputs[name]);
}

function cached(key: string, make: () => z.ZodType): z.ZodType {
  const schema = made.get(key) ?? make();
  made.set(key, schema);
  return schema;
}

function paths(error: z.ZodError): string {
  return error.issues.map(({ path, code }) => `${path.join('.') || 'input'} ${code}`).join(', ');
}

function bug(detail: string): TraybooksError {
  return { code: 'bug', detail };
}
