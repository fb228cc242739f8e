/** One namespace of a file of the Ministry's, as this platform's files have it. */
export interface ImportedEnvironment {
  readonly name: string;
  readonly settings: Readonly<Record<string, unknown>>;
}

/** Facts of a folder for which this platform has a place, and the rest. */
export interface Imported {
  readonly product: string | undefined;
  readonly team: string | undefined;
  readonly email: string | undefined;
  readonly channel: string | undefined;
  readonly source: string | undefined;
  readonly environments: readonly ImportedEnvironment[];

  /** Things that have no place here, or that a person decides: file, thing and what to do. */
  readonly left: readonly string[];
}

/** Repository of an address on GitHub, such as `example/website`. */
export const repositoryIn = (text: string | null | undefined): string | undefined =>
  /github\.com[/:]([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/.exec(text ?? "")?.[1] ??
  /^[\w.-]+\/[\w.-]+$/.exec(text ?? "")?.[0];

/** Slack channel with its sign. */
export const channelIn = (text: string | null | undefined): string | undefined =>
  text ? `#${text.replace(/^#/, "")}` : undefined;
