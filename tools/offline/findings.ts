import type { Providers } from "../toolbox/providers";

/** Errors to fix, each with its stack. */
export const findingsOf = (
  results: readonly { readonly stack: string; readonly findings: readonly string[] }[],
): string[] => results.flatMap(({ stack, findings }) => findings.map((finding) => `${stack} ${finding}`));

/** Providers in another version than stacks ask for. */
export const otherVersions = (providers: Providers): string[] =>
  [...providers.values()].flatMap((provider) =>
    "used" in provider && provider.used !== provider.version
      ? [`provider ${provider.name} ${provider.used} in place of ${provider.version}`]
      : [],
  );
