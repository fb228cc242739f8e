import { CommandError } from "../../kit/command-error";

const START = "<!-- Made by npm run graph -->";
const END = "<!-- End of what npm run graph made -->";

/**
 * A Markdown text with a picture in its marked place.
 *
 * @throws CommandError where the text marks none
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
