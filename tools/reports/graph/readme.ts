import { CommandError } from "../../kit/command-error";

const START = "<!-- Made by npm run graph -->";
const END = "<!-- End of what npm run graph made -->";

/**
 * Replaces the marked picture in a Markdown text.
 *
 * @throws CommandError if the text has no marks
 */
export function withPicture(file: string, text: string, block: string): string {
  const [start, end] = [text.indexOf(START), text.indexOf(END)];
  if (start < 0 || end < start) {
    throw new CommandError(
      `${file}: expected the lines "${START}" and "${END}" where the picture belongs, got no such place; add them`,
    );
  }
  return `${text.slice(0, start)}${START}\n\n${block}\n\n${text.slice(end)}`;
}
