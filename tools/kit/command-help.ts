import { columns } from "./columns";
import type { Argument, CommandLine, Option } from "./command";

const HELP: readonly [string, string] = ["--help", "prints this"];

/** Usage of a command in one line. */
export function usageOf({ name, args, options, passesOnTo }: CommandLine): string {
  const optional = Object.entries(options).map(([option, definition]) => {
    const text = `[${optionText(option, definition)}]`;
    return definition.multiple ? `${text}…` : text;
  });
  const rest = passesOnTo === undefined ? [] : [`[options of ${passesOnTo}]`];
  const all = [...args.map(argumentText), ...optional, ...rest];
  return all.length === 0 ? `npm run ${name}` : `npm run ${name} -- ${all.join(" ")}`;
}

/** Help of a command: usage, purpose, arguments, options and notes, in the form that all commands share. */
export function helpOf(line: CommandLine): string {
  const rows = [
    ...line.args.map((argument) => [`<${argument.name}>`, described(argument)] as const),
    ...Object.entries(line.options).map(
      ([name, option]) => [optionText(name, option), described(option)] as const,
    ),
    HELP,
  ];
  const notes = line.notes === undefined ? [] : [line.notes];
  return [
    `Usage: ${usageOf(line)}`,
    line.summary,
    columns(rows)
      .map((row) => `  ${row}`)
      .join("\n"),
    ...notes,
  ].join("\n\n");
}

const described = ({ help, oneOf }: Argument | Option): string =>
  oneOf === undefined ? help : `${help}: ${oneOf.join(", ")}`;

const optionText = (name: string, { value }: Option): string =>
  value === undefined ? `--${name}` : `--${name} <${value}>`;

function argumentText({ name, count }: Argument): string {
  const text = `<${name}>`;
  return { one: text, optional: `[${text}]`, any: `[${text}…]` }[count];
}
