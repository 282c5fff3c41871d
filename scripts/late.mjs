// Splits a bundle: modules that most runs never reach become files of their own, read when something of them is first used.
import { readFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';

/**
 * esbuild plugin. Imports of the modules in `chunks`, by chunk and relative to `root` without extension, are replaced by objects that
 * read the chunk at the first use of an export; a plain `import` in the sources needs no change.
 *
 * @param own chunk that is being built, whose modules stay
 */
export function late(root, chunks, own) {
  const chunkOf = new Map();
  for (const [chunk, modules] of Object.entries(chunks)) {
    if (chunk !== own) for (const module of modules) chunkOf.set(resolve(root, module), chunk);
  }
  return {
    name: 'late',
    setup(build) {
      build.onResolve({ filter: /^\.\.?\// }, ({ path, importer, kind, namespace }) => {
        if (namespace === 'late') return { path, external: true };
        const module = resolve(dirname(importer), path);
        const found = [module, resolve(module, 'index')].find((name) => chunkOf.has(name));
        if (found === undefined || kind === 'entry-point') return undefined;
        // The path shows in the bundle: relative, so that it is the same wherever it is built.
        return { path: relative(root, found), namespace: 'late', pluginData: { chunk: chunkOf.get(found) } };
      });
      build.onLoad({ filter: /./, namespace: 'late' }, ({ path, pluginData: { chunk } }) => {
        const module = resolve(root, path);
        const getters = exportsOf(module).map((name) => `get ${name}() { return chunk().${name}; },`);
        const contents = `
          const chunk = () => require('./${chunk}.cjs').${variable(root, module)};
          module.exports = { ${getters.join(' ')} };`;
        return { contents, loader: 'js' };
      });
    },
  };
}

/** Source of the entry point of a chunk: of its modules, only those are run that something is used of. */
export function chunkEntry(root, modules) {
  const getters = modules.map((m) => `get ${variable(root, resolve(root, m))}() { return require('./${m}'); },`);
  return `module.exports = { ${getters.join(' ')} };`;
}

const variable = (root, module) => relative(root, module).replaceAll(/[^A-Za-z0-9]/g, '_');

/** Names of the values that a module of ours exports, all of them in declarations. */
function exportsOf(module) {
  const text = readFileSync(`${module}.ts`, 'utf8');
  const names = [...text.matchAll(/^export (?:async )?(?:const|function\*?|class) (\w+)/gm)].map((m) => m[1]);
  const others = text.match(/^export (?!type |interface |(?:async )?(?:const|function\*?|class) )/m);
  if (names.length === 0 || others) throw new Error(`${module}: exports that the late chunk cannot name`);
  return names;
}
