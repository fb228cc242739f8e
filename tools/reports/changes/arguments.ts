import { type Asked, commandLine } from "../../kit/command";

const FORMATS = ["table", "markdown", "json"] as const;

/** Changes that make the command fail. */
const FAIL_ON = ["none", "any", "destructive"] as const;

const ONLY = ["tenants"] as const;

export const CHANGES = commandLine({
  name: "changes",
  summary: "Shows what the working tree changes in the Terraform of every stack, against a base.",
  args: [],
  options: {
    base: { value: "git ref", help: "branch, tag or commit to compare with (origin/main, or main)" },
    format: { value: "format", oneOf: FORMATS, help: "form of the result (table)" },
    only: {
      value: "stacks",
      oneOf: ONLY,
      help: "stacks to compare: of the tenants that the change can reach; without it, all",
    },
    "fail-on": { value: "changes", oneOf: FAIL_ON, help: "changes to fail on (none)" },
  },
  notes: `Exit codes: 0 unless --fail-on says otherwise; 2 if --fail-on any and something changes; 3 if --fail-on any or
destructive and something is destroyed that cannot be had back; 1 if the comparison fails.`,
});

export interface Arguments {
  /** @default - `origin/main` or, where there is none, `main` */
  readonly base?: string | undefined;
  /** True if tenants' stacks alone are compared. */
  readonly ofTenants: boolean;
  readonly format: (typeof FORMATS)[number];
  readonly failOn: (typeof FAIL_ON)[number];
}

/** Arguments of `npm run changes`, with their defaults. */
export function argumentsOf({ options }: Asked<typeof CHANGES.options>): Arguments {
  const { base, only, format = "table", "fail-on": failOn = "none" } = options;
  return {
    base,
    ofTenants: only !== undefined,
    format: FORMATS.find((name) => name === format)!,
    failOn: FAIL_ON.find((name) => name === failOn)!,
  };
}
