import { TerraformOutput, TerraformStack } from "cdktf";
import { PlatformApp } from "../../src/output/platform-app";

/** Publishes one version after another of two large stacks into the folder it is given, until it is killed. */
for (let version = 0; ; version++) {
  const app = new PlatformApp({ outdir: process.argv[2] });
  for (const name of ["one", "two"]) {
    const stack = new TerraformStack(app, name);
    new TerraformOutput(stack, "word", { value: `${version} `.repeat(200_000) });
  }
  app.synth();
  process.stdout.write(`${version}\n`);
}
