// One engine of Node renders one paper again and again: node node_engines.cjs ENGINE TEMPLATE VALUES OUT SECONDS
// Prints {"times": [milliseconds…], "peak_mb": …, "version": …}; the last .docx goes to OUT.
const fs = require("fs");
const path = require("path");
const { createRequire } = require("module");

const [engine, templatePath, valuesPath, outPath, seconds, level] = process.argv.slice(2);
const load = createRequire(path.join(process.cwd(), "node_modules", "x.js"));
const template = fs.readFileSync(templatePath);
const values = JSON.parse(fs.readFileSync(valuesPath, "utf8"));

const engines = {
  docxtemplater: () => {
    const Docxtemplater = load("docxtemplater");
    const PizZip = load("pizzip");
    return async () => {
      const doc = new Docxtemplater(new PizZip(template), { paragraphLoop: true, linebreaks: true });
      doc.render(values);
      const compressionOptions = { level: Number(level) };
      return doc.getZip().generate({ type: "nodebuffer", compression: "DEFLATE", compressionOptions });
    };
  },
  "easy-template-x": () => {
    const { TemplateHandler } = load("easy-template-x");
    const handler = new TemplateHandler();
    return () => handler.process(template, values);
  },
  carbone: () => {
    const carbone = load("carbone");
    return () =>
      new Promise((resolve, reject) =>
        carbone.render(templatePath, values, (error, result) => (error ? reject(error) : resolve(result))),
      );
  },
};

// The most memory that this program had, without what its parent had before it.
function peak() {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(fs.readFileSync("/proc/self/status", "utf8"))[1]) / 1024;
  } catch {
    return process.resourceUsage().maxRSS / 1024;
  }
}

async function main() {
  const render = engines[engine]();
  let result = await render();
  const warm = process.hrtime.bigint();
  do result = await render();
  while (Number(process.hrtime.bigint() - warm) < 1e9 * Number(seconds) * 0.4);
  const times = [];
  const start = process.hrtime.bigint();
  do {
    const before = process.hrtime.bigint();
    result = await render();
    times.push(Number(process.hrtime.bigint() - before) / 1e6);
  } while (Number(process.hrtime.bigint() - start) < 1e9 * Number(seconds) || times.length < 3);
  fs.writeFileSync(outPath, result);
  const version = JSON.parse(fs.readFileSync(path.join("node_modules", engine, "package.json"))).version;
  console.log(JSON.stringify({ times, peak_mb: peak(), version }));
  process.exit(0);
}

main().catch((error) => {
  console.error(error.message || error);
  if (error.properties && error.properties.errors) console.error(error.properties.errors.map((e) => e.message));
  process.exit(1);
});
