// Assembles decoder.wat with the given amount of memory.
// @ts-check
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { root } from "../run.mjs";
import { rustTools } from "../set-up.mjs";
import { binaryenTool } from "./binaryen-tool.mjs";

const pageSize = 65_536;

/**
 * @param {number} bytes of memory that it needs
 * @returns {Promise<Buffer>}
 */
export async function assembleDecoder(bytes) {
  const { targetDirectory } = await rustTools();
  const path = `${targetDirectory}/decoder`;
  const source = await readFile(`${root}tools/build/decoder.wat`, "utf8");
  await mkdir(targetDirectory, { recursive: true });
  await writeFile(
    `${path}.wat`,
    source.replace(/(\(memory .*?) \d+\)/, `$1 ${Math.ceil(bytes / pageSize)})`),
  );
  await binaryenTool("wasm-as", [`${path}.wat`, "-o", `${path}.wasm`]);
  await binaryenTool("wasm-opt", ["-Oz", `${path}.wasm`, "-o", `${path}.wasm`]);
  return readFile(`${path}.wasm`);
}
