import { problem, show } from "./checking/problem";

const FIX = "export const platform: PlatformSettings = { organisation, environments, tenants }";

/** Refuses a platform that lacks a part. Each part's own schema judges its content. */
export function problemsOfPlatformShape(settings: unknown): string[] {
  if (typeof settings !== "object" || settings === null || Array.isArray(settings)) {
    return [problem(["platform"], "organisation, environments and tenants", show(settings), FIX)];
  }
  const { organisation, environments, tenants } = settings as Record<string, unknown>;
  return [
    ...(organisation === undefined ? [missing("organisation", "an object", organisation)] : []),
    ...(Array.isArray(environments) ? [] : [missing("environments", "a list", environments)]),
    ...(tenants === undefined ? [missing("tenants", "an object", tenants)] : []),
  ];
}

const missing = (part: string, expected: string, got: unknown): string =>
  problem(["platform", part], expected, show(got), FIX);
