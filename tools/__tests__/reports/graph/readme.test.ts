import { expect, test } from "vitest";
import { withPicture } from "../../../reports/graph/readme";

const START = "<!-- Made by npm run graph -->";
const END = "<!-- End of what npm run graph made -->";

test("puts the picture in its marked place and leaves the rest", () => {
  expect(withPicture("README.md", `# Title\n${START}\nold\n${END}\nrest\n`, "new")).toBe(
    `# Title\n${START}\n\nnew\n\n${END}\nrest\n`,
  );
});

test("changes nothing the second time", () => {
  const once = withPicture("README.md", `${START}${END}`, "new");

  expect(withPicture("README.md", once, "new")).toBe(once);
});

test.each(["", START, END, `${END} ${START}`])(
  "asks for the marks where they are not both there: %j",
  (text) => {
    expect(() => withPicture("README.md", text, "new")).toThrow(
      `README.md: expected the lines "${START}" and "${END}" where the picture belongs, got no such place; add them`,
    );
  },
);
