import { tmpdir } from "node:os";
import { join } from "node:path";
import { type App, Testing } from "cdktf";

/** An app for tests. All share one folder: left to itself, CDKTF makes a new one for each and leaves it behind. */
export const testApp = (): App => Testing.app({ outdir: join(tmpdir(), "platform-tests") });
