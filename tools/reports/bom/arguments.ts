import { CommandError } from "../../kit/command-error";
import { optionsOf } from "../../kit/options";
import type { DocumentMarks } from "./cyclonedx";

/** Arguments of `npm run bom`. */
export interface Arguments extends DocumentMarks {
  /** Environments to look at. Without any, all of them and their common components. */
  readonly environments: readonly string[];
  readonly format: "table" | "markdown" | "cyclonedx";
}

const OPTIONS = {
  environment: { type: "string", multiple: true },
  markdown: { type: "boolean" },
  cyclonedx: { type: "boolean" },
  timestamp: { type: "string" },
  "serial-number": { type: "string" },
} as const;

const USAGE =
  "--environment <name> (more than once, if you like), --markdown or --cyclonedx, and with that --timestamp <time> and --serial-number <urn:uuid:…>";

/** @throws CommandError if an option or its value is not known, or two contradict each other */
export function argumentsOf(args: readonly string[], known: readonly string[]): Arguments {
  const options = optionsOf(args, OPTIONS, USAGE);
  const { environment = [], markdown = false, cyclonedx = false, timestamp } = options;
  const serialNumber = options["serial-number"];

  const unknown = environment.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    throw new CommandError(
      `--environment: expected ${known.join(", ")}, got "${unknown}"; leave it out for all of them`,
    );
  }
  if (markdown && cyclonedx) {
    throw new CommandError(
      "--markdown and --cyclonedx: expected one of them, got both; run the command twice",
    );
  }
  const marks = { "--timestamp": timestamp, "--serial-number": serialNumber };
  for (const [option, value] of Object.entries(marks)) {
    if (value !== undefined && !cyclonedx) {
      throw new CommandError(`${option}: expected --cyclonedx beside it, got none; no other format has it`);
    }
  }
  return {
    environments: environment,
    format: markdown ? "markdown" : cyclonedx ? "cyclonedx" : "table",
    timestamp: timestamp === undefined ? undefined : timeOf(timestamp),
    serialNumber: serialNumber === undefined ? undefined : serialNumberOf(serialNumber),
  };
}

/** Time such as `2026-11-21T09:00:00Z`, with or without parts of a second. */
const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$/;

function timeOf(text: string): Date {
  if (!isTime(text)) {
    throw new CommandError(
      `--timestamp: expected a time such as 2026-11-21T09:00:00Z, got "${text}"; write it in UTC, to the second`,
    );
  }
  return new Date(text);
}

/** True if such a time exists: JavaScript takes the 31st of February for the 3rd of March. */
function isTime(text: string): boolean {
  const time = new Date(text);
  return (
    TIME.test(text) && !Number.isNaN(time.getTime()) && upToSeconds(time.toISOString()) === upToSeconds(text)
  );
}

const upToSeconds = (text: string): string => text.slice(0, "2026-11-21T09:00:00".length);

const SERIAL_NUMBER = /^urn:uuid:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function serialNumberOf(text: string): string {
  if (!SERIAL_NUMBER.test(text)) {
    throw new CommandError(
      `--serial-number: expected urn:uuid: and a UUID in lower case, got "${text}"; uuidgen makes one`,
    );
  }
  return text;
}
