import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { lastLine, retried } from "../../kit/retried";

const good = { code: 0, stdout: "", stderr: "" };
const failed = (stderr: string) => ({ code: 1, stdout: "", stderr });

const download = vi.fn();
beforeEach(() => {
  download.mockReset();
  vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());

async function outcome() {
  const pending = retried(download);
  await vi.runAllTimersAsync();
  return pending;
}

it("downloads again after a failure that may pass", async () => {
  download.mockResolvedValueOnce(failed("read: connection reset by peer")).mockResolvedValueOnce(good);

  expect(await outcome()).toEqual(good);
  expect(download).toHaveBeenCalledTimes(2);
});

it("gives up after the third failure", async () => {
  download.mockResolvedValue(failed("i/o timeout"));

  expect(await outcome()).toEqual(failed("i/o timeout"));
  expect(download).toHaveBeenCalledTimes(3);
});

it("does not try again where nothing would change", async () => {
  download.mockResolvedValue(failed("no such host"));
  await outcome();

  expect(download).toHaveBeenCalledTimes(1);
});

it("shortens a failure to its reason", () => {
  expect(
    lastLine('noise\nError: Get "https://a.org/i": dial tcp: lookup a.org on 10.0.0.1:53: no such host\n'),
  ).toBe("a.org: no such host");
  expect(lastLine("one\nchart not found")).toBe("chart not found");
});
