// Stands in the bundle where `conf` imports its JSON schema validator. The settings are checked by
// the workspace's own schema, so `conf` is never given one; the real validator would be a third of
// everything the main process loads.

export class Ajv2020 {
  constructor() {
    throw new Error('The settings file was given a JSON schema, but no validator is bundled');
  }
}

export default { default: (): void => undefined };
