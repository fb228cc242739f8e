import type { Providers } from "../toolbox/providers";

/** What must be mended, each with the stack it is in. */
export const findingsOf = (
  results: readonly { readonly stack: string; readonly findings: readonly string[] }[],
): string[] => results.flatMap(({ stack, findings }) => findings.map((finding) => `${stack} ${finding}`));

/** The providers that are not in the version that stacks ask for. */
export const otherVersions = (providers: Providers): string[] =>
  [...providers.values()].flatMap((provider) =>
    "used" in provider && provider.used !== provider.version
      ? [`provider ${provider.name} ${provider.used} in place of ${provider.version}`]
      : [],
  );
