import {
  installKernel,
  kernelSpec,
  readOptions,
} from "../../classroom/install_kernel.ts";
import { environment, MISSING, programs } from "../../classroom/servers.ts";
import { root, temporaryFolder } from "./folder.ts";

/** Where the programs of a classroom are, and a Jupyter of their own. */
export interface Classroom {
  /** The folder of the programs. */
  readonly bin: string;
  /** The folder of all that they write. */
  readonly home: string;
  /** In what environment they start; their Jupyter has the lesson's kernel. */
  readonly env: Record<string, string>;
}

/** A test that needs the programs of `deno task classroom`. */
export function classroomTest(
  name: string,
  test: (classroom: Classroom, t: Deno.TestContext) => Promise<void>,
): void {
  const bin = programs();
  Deno.test({
    name: bin ? name : `${name} (${MISSING})`,
    ignore: !bin,
    async fn(t) {
      using home = temporaryFolder();
      const windows = Deno.build.os === "windows";
      await installKernel(
        kernelSpec(root, Deno.execPath(), windows),
        readOptions([`--prefix=${home.path}`]),
      );
      const env = {
        ...environment(home.path, bin!),
        JUPYTER_PATH: home.join("share", "jupyter"),
      };
      await test({ bin: bin!, home: home.path, env }, t);
    },
  });
}
