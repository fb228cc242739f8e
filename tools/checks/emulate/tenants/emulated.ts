import type { Provider } from "../../../toolbox/providers";

/** Emulator with an account of its own, and programs that work with it. */
export interface Emulated {
  /** A Python that has moto, and boto3 with it. */
  readonly python: string;
  readonly aws: Provider;
  readonly env: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
}
