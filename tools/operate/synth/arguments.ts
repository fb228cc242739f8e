import { type Asked, commandLine } from "../../kit/command";
import { DEFAULT_PLATFORM } from "../../toolbox/bundle-platform";

export const SYNTH = commandLine({
  name: "synth",
  summary: "Writes <out>/stacks/<stack>/cdk.tf.json: every stack or, if anything is wrong, none.",
  args: [],
  options: {
    platform: {
      value: "folder",
      help: `folder whose index.ts exports \`platform: PlatformSettings\` (${DEFAULT_PLATFORM})`,
    },
    only: {
      value: "stack",
      multiple: true,
      help: "stack to write; every stack is checked, and the others of <out> stay as they are",
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

/** Options of `npm run synth`, with their defaults. */
export const argumentsOf = ({ options }: Asked<typeof SYNTH.options>): SynthArguments => ({
  platform: options.platform ?? DEFAULT_PLATFORM,
  only: options.only,
  out: options.out ?? (process.env.CDKTF_OUTDIR || "cdktf.out"),
});
