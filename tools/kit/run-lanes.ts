/** Runs lanes of jobs side by side, and within a lane one after the other. Results are in the jobs' order. */
export async function runLanes<Job, Result>(
  lanes: readonly (readonly Job[])[],
  run: (job: Job) => Promise<Result>,
): Promise<Result[]> {
  const results = await Promise.all(
    lanes.map(async (lane) => {
      const ofLane: Result[] = [];
      for (const job of lane) {
        ofLane.push(await run(job));
      }
      return ofLane;
    }),
  );
  return results.flat();
}
