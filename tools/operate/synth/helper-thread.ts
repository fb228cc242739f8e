import { availableParallelism } from "node:os";
import { Worker, workerData } from "node:worker_threads";
import type { Helper } from "../../../src/output/platform-app";
import type { StackInTurn } from "../../../src/output/write-in-turn";
import { type HelpersProducts, readBefore } from "../../../src/settings/products/read-before";

/** Part of a synth that a helper takes over. */
export interface HelpersTask extends HelpersProducts {
  readonly staging: string;

  /** Counter by which both threads claim stacks. */
  readonly counter: Int32Array;
}

/** Task of this thread; `undefined` in one that synth did not start. */
export const taskOfHelper = (): HelpersTask | undefined =>
  (workerData as Partial<HelpersTask> | null | undefined)?.productsRead === undefined
    ? undefined
    : (workerData as HelpersTask);

/** Stacks below which a second thread takes longer to start than it saves. */
const ENOUGH = 300;

/** MiB of new objects that a helper collects at a time: the default is for programs that make fewer. */
const YOUNG_MIB = 64;

/**
 * Thread that runs the same program on another core; `undefined` where there is none, or too little to do.
 *
 * @param program - path of the bundle
 */
export const helperOf = (program: string, stacks: number): Helper | undefined =>
  stacks < ENOUGH || availableParallelism() < 2
    ? undefined
    : (staging, counter) =>
        new Promise<readonly StackInTurn[]>((resolve, reject) => {
          const task: HelpersTask = { staging, counter, productsRead: readBefore.products };
          new Worker(program, { workerData: task, resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MIB } })
            .once("message", resolve)
            .once("error", reject)
            .once("exit", (code) => reject(new Error(`the second thread of synth ended with ${code}`)));
        });
