import { problem, show } from "./checking/problem";

const FIX = "export const platform: PlatformSettings = { organisation, environments }";

/** Refuses a platform that lacks a part. Each part's own schema judges its content. */
export function problemsOfPlatformShape(settings: unknown): string[] {
  if (typeof settings !== "object" || settings === null || Array.isArray(settings)) {
    return [problem(["platform"], "organisation and environments", show(settings), FIX)];
  }
  const { organisation, environments } = settings as Record<string, unknown>;
  return [
    ...(organisation === undefined ? [missing("organisation", "an object", organisation)] : []),
    ...(Array.isArray(environments) ? [] : [missing("environments", "a list", environments)]),
  ];
}

const missing = (part: string, expected: string, got: unknown): string =>
  problem(["platform", part], expected, show(got), FIX);
