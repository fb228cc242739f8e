/** What somebody who ran a command can mend. Its message is all they need. */
export class CommandError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "CommandError";
  }
}
