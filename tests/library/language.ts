import { type Language, speak } from "@lesson/cross-entropy";
import assert from "assert";

Deno.test("speak() refuses a language that the lesson does not speak", () => {
  assert.throws(() => speak("xx" as Language), {
    name: "RangeError",
    message: 'speak: language must be "en", got xx',
  });
});
