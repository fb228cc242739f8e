import { type Asked, commandLine } from "../../kit/command";
import { CommandError } from "../../kit/command-error";
import { PLATFORM_OPTION, platformFolder } from "../../toolbox/platform-command";

/** Name that stands for the stacks of all tenants. */
export const ALL_TENANTS = "tenants";

export const SYNTH = commandLine({
  name: "synth",
  summary: "Writes <out>/stacks/<stack>/cdk.tf.json: every stack or, if anything is wrong, none.",
  args: [],
  options: {
    ...PLATFORM_OPTION,
    only: {
      value: "stack",
      multiple: true,
      help: `stack to write, or ${ALL_TENANTS}; the whole platform is checked, and the others of <out> stay as they are`,
    },
    changed: {
      value: "ref",
      help: `with --only ${ALL_TENANTS}: those alone that the changes since a branch, tag or commit can reach`,
    },
    out: { value: "folder", help: "folder to write to (cdktf.out)" },
  },
  notes: "Folders are relative to the project.",
});

/** Options of a synth. */
export interface SynthArguments {
  readonly platform: string;

  /** Stacks to write; an empty list stands for all. */
  readonly only: readonly string[];
  readonly out: string;
}

/** Synth of tenants alone. */
export interface TenantsArguments {
  readonly platform: string;

  /** Ref since which files have changed; without one, all tenants are synthesised. */
  readonly changed: string | undefined;
  readonly out: string;
}

/** Options of `npm run synth`, with their defaults. */
export const argumentsOf = ({ options }: Asked<typeof SYNTH.options>): SynthArguments => ({
  platform: platformFolder(options.platform),
  only: options.only,
  out: options.out ?? (process.env.CDKTF_OUTDIR || "cdktf.out"),
});

/**
 * Options of `npm run synth -- --only tenants`; `undefined` if other stacks are wanted.
 *
 * @throws CommandError if tenants are wanted together with other stacks, or `--changed` without them
 */
export function tenantsArgumentsOf(asked: Asked<typeof SYNTH.options>): TenantsArguments | undefined {
  const { platform, only, out } = argumentsOf(asked);
  const { changed } = asked.options;
  const isOfTenants = only.length === 1 && only[0] === ALL_TENANTS;
  if (!isOfTenants && (changed !== undefined || only.includes(ALL_TENANTS))) {
    const got = only.length === 0 ? "no --only" : `--only ${only.join(" --only ")}`;
    throw new CommandError(
      `${changed === undefined ? "--only" : "--changed"}: expected --only ${ALL_TENANTS} alone, got ${got}; synthesise other stacks in a run of their own`,
    );
  }
  return isOfTenants ? { platform, changed, out } : undefined;
}
