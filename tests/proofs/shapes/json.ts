// JSON as a tree that can be walked and changed at a path.

export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [member: string]: Json;
}
export type Path = readonly (string | number)[];

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Every place in a body but the body itself, by how deep it lies: [0] the outermost. */
export function placesByDepth(body: Json): readonly (readonly Path[])[] {
  const depths: Path[][] = [];
  let inner: readonly Path[] = [[]];
  while (inner.length > 0) {
    inner = inner.flatMap((path) => namesIn(valueAt(body, path)).map((name) => [...path, name]));
    if (inner.length > 0) depths.push([...inner]);
  }
  return depths;
}

export function valueAt(body: Json, path: Path): Json {
  return path.reduce<Json>((value, name) => {
    if (Array.isArray(value)) return value[Number(name)] ?? null;
    return isObject(value) ? ((value as JsonObject)[name] ?? null) : null;
  }, body);
}

/** @param change given the container and the name in it, answers the container to put there */
export function changedAt(
  body: Json,
  path: Path,
  change: (container: Json, name: string | number) => Json,
): Json {
  const [name, ...rest] = path;
  if (name === undefined) return body;
  if (rest.length === 0) return change(body, name);
  return withMember(body, name, changedAt(valueAt(body, [name]), rest, change));
}

export function withMember(container: Json, name: string | number, value: Json): Json {
  if (Array.isArray(container)) {
    return container.map((item, index) => (index === name ? value : item));
  }
  return { ...(container as JsonObject), [name]: value };
}

export function withoutMember(container: Json, name: string | number): Json {
  if (Array.isArray(container)) return container.filter((_, index) => index !== name);
  return Object.fromEntries(
    Object.entries(container as JsonObject).filter(([member]) => member !== name),
  );
}

function namesIn(value: Json): readonly (string | number)[] {
  if (Array.isArray(value)) return value.map((_, index) => index);
  return isObject(value) ? Object.keys(value) : [];
}
