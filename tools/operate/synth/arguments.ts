import { DEFAULT_PLATFORM } from "../../toolbox/bundle-platform";
import { optionsOf } from "../../kit/options";

export const USAGE = "npm run synth -- [--platform <folder>] [--only <stack>…] [--out <folder>]";

/** Help of the command, after the usage. */
export const HELP = `Usage: ${USAGE}

Writes <out>/stacks/<stack>/cdk.tf.json: every stack or, if anything is wrong, none.

  --platform <folder>  folder whose index.ts exports \`platform: PlatformSettings\` (${DEFAULT_PLATFORM})
  --only <stack>       stack to write, any number of times. Every stack is checked; the other stacks of
                       <out> stay as they are.
  --out <folder>       folder to write to (cdktf.out)
  --help               prints this

Folders are relative to the project.`;

/** Options of a synth. */
export interface SynthArguments {
  readonly platform: string;

  /** Stacks to write; an empty list stands for all. */
  readonly only: readonly string[];
  readonly out: string;
  readonly help: boolean;
}

/** @throws CommandError if an option is unknown or lacks its value */
export function argumentsOf(args: readonly string[]): SynthArguments {
  const values = optionsOf(
    args,
    {
      platform: { type: "string", default: DEFAULT_PLATFORM },
      only: { type: "string", multiple: true, default: [] },
      out: { type: "string", default: process.env.CDKTF_OUTDIR || "cdktf.out" },
      help: { type: "boolean", default: false },
    },
    USAGE,
  );
  return { platform: values.platform, only: values.only, out: values.out, help: values.help };
}
