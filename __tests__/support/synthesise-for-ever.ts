import { TerraformOutput, TerraformStack } from "cdktf";
import { PlatformApp } from "../../src/output/platform-app";

/** Publishes one version after another of two large stacks into the folder it is given, until it is killed. */
for (let version = 0; ; version++) {
  const app = new PlatformApp({ outdir: process.argv[2] });
  for (const name of ["one", "two"]) {
    const stack = new TerraformStack(app, name);
    for (let index = 0; index < 50; index++) {
      new TerraformOutput(stack, `output-${index}`, { value: `${version}`.repeat(500) });
    }
  }
  app.synth();
  process.stdout.write(`${version}\n`);
}
