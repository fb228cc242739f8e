import type { z } from "zod";
import { pathText, show } from "../../../../src/settings/checking/problem";
import { CommandError } from "../../../kit/command-error";

/**
 * Value of a file of others in a shape that the import can read.
 *
 * @throws CommandError with everything in the file that has another
 */
export function shaped<Shape extends z.ZodType>(shape: Shape, value: unknown, path: string): z.infer<Shape> {
  const { success, data, error } = shape.safeParse(value, { reportInput: true });
  if (!success) {
    const problems = error.issues.map(
      (issue) =>
        `${path}: ${pathText(issue.path)}: expected ${"expected" in issue ? issue.expected : "another value"}, got ${show(issue.input)}; correct the file`,
    );
    throw new CommandError(problems.join("\n"));
  }
  return data;
}
