// A part of the page in a file of its own. Unlike React's `lazy` it is drawn at once when it is
// there already: `lazy` shows its fallback even then, and holds the part back for 300 ms.
import { type ComponentType, type ReactNode, useEffect, useState } from 'react';

export interface LaterPart<Props> {
  /** Starts loading before the part is wanted. */
  load(): Promise<void>;
  /** The part; until it is there, `fallback`. */
  readonly Part: ComponentType<Props & { readonly fallback: ReactNode }>;
}

export function loadLater<Props extends object>(
  importPart: () => Promise<{ readonly default: ComponentType<Props> }>,
): LaterPart<Props> {
  let loaded: ComponentType<Props> | null = null;
  let loading: Promise<void> | null = null;

  function load(): Promise<void> {
    loading ??= importPart().then((module) => {
      loaded = module.default;
    });
    return loading;
  }

  function Part({ fallback, ...props }: Props & { readonly fallback: ReactNode }) {
    const [Loaded, setLoaded] = useState<ComponentType<Props> | null>(() => loaded);
    useEffect(() => {
      if (!Loaded) void load().then(() => setLoaded(() => loaded));
    }, [Loaded]);
    // What is left after taking out `fallback` are the part's own props.
    return Loaded ? <Loaded {...(props as unknown as Props)} /> : fallback;
  }

  return { load, Part };
}
