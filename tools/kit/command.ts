/** Option of a command, such as `--out <folder>`. */
export interface Option {
  /** One line of the command's help. */
  readonly help: string;

  /**
   * Name of the value in the help, such as `folder`.
   *
   * @default - the option is a switch
   */
  readonly value?: string;

  /** Values that the option takes. Omit to take any text. */
  readonly oneOf?: readonly string[];

  /** Present if the option may be given more than once. */
  readonly multiple?: true;
}

/** Argument of a command, by position. */
export interface Argument {
  /** Name in the help, such as `stack`. */
  readonly name: string;

  /** One line of the command's help. */
  readonly help: string;

  /** Values that the argument takes. Omit to take any text. */
  readonly oneOf?: readonly string[];

  /** Number of texts that the argument stands for. An argument after one with `any` gets none. */
  readonly count: "one" | "optional" | "any";
}

export type Options = Readonly<Record<string, Option>>;

/** Values of a command's options: a text, texts, or for a switch whether it is there. */
export type OptionValues<O extends Options> = {
  readonly [Name in keyof O]: O[Name] extends { readonly value: string }
    ? O[Name] extends { readonly multiple: true }
      ? readonly string[]
      : string | undefined
    : boolean;
};

/** Command line after it was read. */
export interface Asked<O extends Options = Options> {
  readonly options: OptionValues<O>;

  /** Arguments in their order. */
  readonly args: readonly string[];
}

/** Line that starts a command, as its help describes it. */
export interface CommandLine<O extends Options = Options> {
  /** Name of the npm script. */
  readonly name: string;

  /** Sentence that opens the help. */
  readonly summary: string;
  readonly options: O;
  readonly args: readonly Argument[];

  /**
   * Program that gets everything after the first argument as it is, such as `terraform plan`.
   *
   * @default - no program; the command reads its whole line itself
   */
  readonly passesOnTo?: string;

  /** Text after the options, such as exit codes. */
  readonly notes?: string;
}

/** Command line whose options keep their names and kinds as types. */
export const commandLine = <const O extends Options>(line: CommandLine<O>): CommandLine<O> => line;
