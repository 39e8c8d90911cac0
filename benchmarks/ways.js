// One engine of Node.js in a process of its own: the same talk as ways.py.
//
//     node ways.js ENGINE FOLDER
//
// Templates and values (ROWS.json) stand in FOLDER; packages are found by NODE_PATH.
"use strict";

const fs = require("fs");
const path = require("path");
const readline = require("readline");

const [engine, folder] = process.argv.slice(2);

// Each gives a function from values to the bytes of a document.
const WAYS = {
  // a new instance for each document, the template read once, as its documentation says
  "docxtemplater": () => {
    const PizZip = require("pizzip");
    const Docxtemplater = require("docxtemplater");
    const content = fs.readFileSync(path.join(folder, "curly.docx"), "binary");
    return (values) => {
      const options = { paragraphLoop: true, linebreaks: true };
      const document = new Docxtemplater(new PizZip(content), options);
      document.render(values);
      return document.getZip().generate({ type: "nodebuffer", compression: "DEFLATE" });
    };
  },

  "easy-template-x": () => {
    const { TemplateHandler } = require("easy-template-x");
    const content = fs.readFileSync(path.join(folder, "easy.docx"));
    const handler = new TemplateHandler();
    return (values) => handler.process(content, values);
  },

  "carbone": () => {
    const carbone = require("carbone");
    const template = path.join(folder, "carbone.docx");
    return (values) =>
      new Promise((resolve, reject) => {
        carbone.render(template, values, (error, content) =>
          error ? reject(error) : resolve(content));
      });
  },
};

async function timed(render, documents, count, out) {
  for (const old of fs.readdirSync(out)) fs.unlinkSync(path.join(out, old));
  const start = process.hrtime.bigint();
  for (let number = 0; number < count; number++) {
    const content = await render(documents[number % documents.length]);
    fs.writeFileSync(path.join(out, `${number}.docx`), content);
  }
  return Number(process.hrtime.bigint() - start) / 1e9;
}

async function main() {
  const render = WAYS[engine]();
  let known = { rows: 0 };
  for await (const line of readline.createInterface({ input: process.stdin })) {
    const { rows, count, out } = JSON.parse(line);
    if (known.rows !== rows) {
      const text = fs.readFileSync(path.join(folder, `${rows}.json`), "utf-8");
      known = { rows, documents: JSON.parse(text) };
    }
    const seconds = await timed(render, known.documents, count, out);
    process.stdout.write(`${seconds}\n`);
  }
}

main().catch((error) => {
  console.error(error, JSON.stringify(error.properties ?? {}, null, 1));
  process.exit(1);
});
