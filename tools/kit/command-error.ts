/** Error that the person who ran a command can fix. Its message is all they need. */
export class CommandError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "CommandError";
  }
}
