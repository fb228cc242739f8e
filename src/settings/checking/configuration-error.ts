/** Error for a mistake of an author. Its message is all they need; no stack trace is shown. */
export class ConfigurationError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(
      `${problems.length} ${problems.length === 1 ? "problem" : "problems"} in the configuration:\n` +
        problems.map((problem) => `  - ${problem}`).join("\n"),
    );
    this.name = "ConfigurationError";
  }
}
