import type { CommandLine } from "../../kit/command";
import { CommandError } from "../../kit/command-error";

/** Questions that need no answer. */
const MAY_BE_EMPTY: readonly string[] = ["channel"];

/** Asks a person one question. */
export type Ask = (question: string) => Promise<string>;

/**
 * Answers to every question: those that a line gave, and for the others those of a person. Some may stay without one.
 *
 * @param ask - absent where no person is at the terminal
 * @throws CommandError if an answer is missing
 */
export async function answersTo(
  questions: readonly string[],
  given: Readonly<Record<string, string | undefined>>,
  line: CommandLine,
  ask: Ask | undefined,
): Promise<Readonly<Record<string, string>>> {
  const answers: Record<string, string> = {};
  for (const question of questions) {
    const answer = given[question] ?? (await ask?.(`${helpOf(question, line)}: `))?.trim();
    if (answer) {
      answers[question] = answer;
    }
  }
  const missing = questions.filter(
    (question) => answers[question] === undefined && !MAY_BE_EMPTY.includes(question),
  );
  if (missing.length > 0) {
    throw new CommandError(
      missing
        .map(
          (question) => `${asWritten(question)}: expected ${helpOf(question, line)}, got nothing; write it`,
        )
        .join("\n"),
    );
  }
  return answers;
}

const helpOf = (question: string, { args, options }: CommandLine): string =>
  (options[question]?.help ?? args.find(({ name }) => name === question)?.help ?? question).replace(
    /^(?:environment|tenant): /,
    "",
  );

const asWritten = (question: string): string => (question === "name" ? "<name>" : `--${question}`);
