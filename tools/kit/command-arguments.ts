import { parseArgs } from "node:util";
import { nearest } from "../../src/settings/checking/nearest";
import { usageOf } from "./command-help";
import type { Argument, Asked, CommandLine, Options, OptionValues } from "./command";
import { CommandError } from "./command-error";

/** True if a command line asks for help, even beside other words. */
export function asksForHelp({ passesOnTo }: CommandLine, argv: readonly string[]): boolean {
  const own = argv.includes("--") ? argv.slice(0, argv.indexOf("--")) : argv;
  return (passesOnTo === undefined ? own : own.slice(0, 1)).some(
    (text) => text === "--help" || text === "-h",
  );
}

/** @throws CommandError that names everything wrong with a command line, and the nearest right word */
export function parse<O extends Options>(line: CommandLine<O>, argv: readonly string[]): Asked<O> {
  const { values, args, problems } = line.passesOnTo === undefined ? read(line, argv) : passedOn(argv);
  const all = [...problems, ...problemsOfArguments(line, args)];
  if (all.length > 0) {
    throw new CommandError(`${all.join("\n")}\nusage: ${usageOf(line)}; --help explains it`);
  }
  return { options: values as OptionValues<O>, args };
}

interface Reading {
  readonly values: Record<string, string | boolean | string[] | undefined>;
  readonly args: readonly string[];
  readonly problems: readonly string[];
}

/** Nothing but the first argument is the command's own. */
const passedOn = (argv: readonly string[]): Reading =>
  argv[0]?.startsWith("-")
    ? { values: {}, args: [], problems: [`${argv[0]}: expected it after the first argument`] }
    : { values: {}, args: argv, problems: [] };

function read(line: CommandLine, argv: readonly string[]): Reading {
  const options = Object.fromEntries(
    Object.entries(line.options).map(([name, { value, multiple = false }]) => [
      name,
      { type: value === undefined ? ("boolean" as const) : ("string" as const), multiple },
    ]),
  );
  const { tokens } = parseArgs({
    args: [...argv],
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });

  const values: Reading["values"] = Object.fromEntries(
    Object.entries(line.options).map(([name, { value, multiple }]) => [
      name,
      multiple ? [] : value === undefined ? false : undefined,
    ]),
  );
  const args: string[] = [];
  const problems: string[] = [];
  for (const [index, token] of tokens.entries()) {
    if (token.kind === "positional") {
      const before = tokens[index - 1];
      // After an option that does not exist it may be the option's value: one problem is enough.
      if (before?.kind !== "option" || Object.hasOwn(line.options, before.name)) {
        args.push(token.value);
      }
    } else if (token.kind === "option") {
      const problem = problemOfOption(line, token);
      if (problem === undefined) {
        take(values, token);
      } else {
        problems.push(problem);
      }
    }
  }
  return { values, args, problems };
}

interface OptionToken {
  readonly name: string;
  readonly rawName: string;
  readonly value?: string | undefined;
}

function take(values: Reading["values"], { name, value }: OptionToken): void {
  const before = values[name];
  values[name] = Array.isArray(before) ? [...before, value!] : (value ?? true);
}

function problemOfOption(line: CommandLine, { name, rawName, value }: OptionToken): string | undefined {
  const option = Object.hasOwn(line.options, name) ? line.options[name] : undefined;
  if (option === undefined) {
    return `${rawName}: expected an option of npm run ${line.name}, got none of that name; ${fixOf(name, line)}`;
  }
  if (option.value === undefined) {
    return value === undefined
      ? undefined
      : `${rawName}: expected no value, got "${value}"; leave the value out`;
  }
  // `--out --check` lacks a folder: no value begins with two hyphens.
  if (value === undefined || value === "" || value.startsWith("--")) {
    return `${rawName}: expected <${option.value}>, got ${value ? `the option ${value}` : "none"}; write ${rawName} <${option.value}>`;
  }
  return problemOfChoice(rawName, value, option.oneOf);
}

function fixOf(name: string, line: CommandLine): string {
  const known = Object.keys(line.options);
  const near = nearest(name, [...known, "help"]);
  if (near !== undefined) {
    return `did you mean --${near}?`;
  }
  return known.length === 0 ? "it takes none" : `there are ${known.map((one) => `--${one}`).join(", ")}`;
}

/** Problem of a text that is none of a few, with the nearest of them. */
export function problemOfChoice(
  place: string,
  text: string,
  choices: readonly string[] | undefined,
): string | undefined {
  if (choices === undefined || choices.includes(text)) {
    return undefined;
  }
  const near = nearest(text, choices);
  const fix = near === undefined ? "write one of them" : `did you mean ${near}?`;
  return `${place}: expected ${choices.join(", ")}, got "${text}"; ${fix}`;
}

function problemsOfArguments(line: CommandLine, args: readonly string[]): string[] {
  const problems: string[] = [];
  let rest = args;
  for (const definition of line.args) {
    const own = definition.count === "any" ? rest : rest.slice(0, 1);
    rest = rest.slice(own.length);
    problems.push(...problemsOfArgument(definition, own));
  }
  const spare = line.passesOnTo === undefined ? rest : [];
  return [...problems, ...spare.map((text) => problemOfSpare(text, line))];
}

function problemsOfArgument({ name, help, count, oneOf }: Argument, own: readonly string[]): string[] {
  if (own.length === 0 && count === "one") {
    return [`<${name}>: expected ${oneOf?.join(" or ") ?? help}, got none`];
  }
  return own.flatMap((text) => problemOfChoice(`<${name}>`, text, oneOf) ?? []);
}

function problemOfSpare(text: string, { name, args, options }: CommandLine): string {
  const near = nearest(text, Object.keys(options));
  const expected = args.length === 0 ? "no argument" : "no further argument";
  const fix = near === undefined ? "leave it out" : `did you mean --${near}?`;
  return `${text}: expected ${expected} of npm run ${name}, got "${text}"; ${fix}`;
}
