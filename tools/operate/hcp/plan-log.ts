import { stripVTControlCharacters } from "node:util";

/** Facts of a plan's log besides the numbers that HCP Terraform counts. */
export interface PlanLog {
  /** Says that the apply would give other stacks other values to read. */
  readonly outputsChange: boolean;

  /** Errors, each from `Error: ` on. Empty where there are none. */
  readonly errors: string;
}

interface Line {
  readonly type?: string;
  readonly outputs?: Readonly<Record<string, { readonly action?: string }>>;
  readonly diagnostic?: {
    readonly severity: string;
    readonly summary: string;
    readonly detail?: string;
    readonly address?: string;
    readonly snippet?: {
      readonly code?: string;
      readonly values?: readonly { readonly traversal: string; readonly statement: string }[] | null;
    };
  };
}

/** Reads a log in either of its forms: text as people see it, or a JSON object in each line. */
export function readPlanLog(log: string): PlanLog {
  const lines = log.split(/\r?\n/).map((line) => line.replaceAll(/[\u0002\u0003]/g, ""));
  const structured = lines.flatMap((line) => parsed(line) ?? []);
  const text = stripVTControlCharacters(lines.filter((line) => parsed(line) === undefined).join("\n"));

  const outputs = structured.flatMap((line) =>
    line.type === "outputs" ? Object.values(line.outputs ?? {}) : [],
  );
  return {
    outputsChange:
      outputs.some(({ action }) => action !== undefined && action !== "noop") ||
      /^\s*Changes to Outputs:/m.test(text),
    errors: [...structured.flatMap((line) => errorIn(line) ?? []), ...textErrors(text)].join("\n"),
  };
}

function parsed(line: string): Line | undefined {
  if (!line.startsWith("{")) {
    return undefined;
  }
  try {
    const value = JSON.parse(line) as Line | null;
    return value !== null && "@level" in value ? value : undefined;
  } catch {
    return undefined;
  }
}

function errorIn({ diagnostic }: Line): string | undefined {
  if (diagnostic?.severity !== "error") {
    return undefined;
  }
  const { summary, detail, address, snippet } = diagnostic;
  return [
    `Error: ${summary}`,
    ...(address ? [`with ${address},`] : []),
    ...(snippet?.code ? [snippet.code] : []),
    ...(snippet?.values ?? []).map(({ traversal, statement }) => `${traversal} ${statement}`),
    ...(detail ? [detail] : []),
  ].join("\n");
}

/** Terraform draws boxes around its errors. */
const textErrors = (text: string): string[] =>
  text
    .replaceAll(/^[│╷╵ ]+/gm, "")
    .split(/^(?=Error: )/m)
    .filter((part) => part.startsWith("Error: "))
    .map((part) => part.trim());
