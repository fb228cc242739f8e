/** Error for synthesised Terraform that would not do what was meant. Its message is all an author needs. */
export class VerificationError extends Error {
  constructor(readonly findings: readonly string[]) {
    super(
      `${findings.length} ${findings.length === 1 ? "problem" : "problems"} in the Terraform that was made; nothing was published:\n` +
        findings.map((finding) => `  - ${finding}`).join("\n"),
    );
    this.name = "VerificationError";
  }
}
