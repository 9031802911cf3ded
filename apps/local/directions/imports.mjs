/** Which modules a file imports, read from its syntax: comments and strings do not count, types do. */
import { readFileSync } from 'node:fs';
import { parseSync } from '@swc/core';

/**
 * @typedef {object} Import
 * @property {string} from the module's name as written
 * @property {boolean} type whether only types are imported, so that nothing of it remains at run time
 */

/** @param {string} file @returns {Import[]} */
export function importsOf(file) {
  const script = /\.[cm]?jsx?$/.test(file);
  const syntax = script
    ? { syntax: /** @type {const} */ ('ecmascript'), jsx: file.endsWith('x') }
    : { syntax: /** @type {const} */ ('typescript'), tsx: file.endsWith('x'), decorators: true };
  /** @type {Import[]} */
  const found = [];
  walk(parseSync(readFileSync(file, 'utf8'), { ...syntax, target: 'es2022' }), found);
  return found;
}

/**
 * @typedef {Record<string, unknown> & { type?: string }} Node
 * @param {unknown} node @param {Import[]} found
 */
function walk(node, found) {
  if (Array.isArray(node)) {
    for (const part of node) walk(part, found);
  } else if (node && typeof node === 'object') {
    const one = importIn(/** @type {Node} */ (node));
    if (one) found.push(one);
    for (const part of Object.values(node)) if (part && typeof part === 'object') walk(part, found);
  }
}

/** @param {Node} node @returns {Import | null} */
function importIn(node) {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportNamedDeclaration':
      return node.source ? { from: textOf(node.source), type: node.typeOnly === true || onlyTypes(node.specifiers) } : null;
    case 'ExportAllDeclaration':
      return { from: textOf(node.source), type: node.typeOnly === true };
    case 'TsImportType':
      return { from: textOf(node.argument), type: true };
    case 'TsExternalModuleReference':
      return { from: textOf(node.expression), type: false };
    case 'CallExpression':
      return importCall(node);
    default:
      return null;
  }
}

/** `import { type A, type B }` names types only, `import './x'` runs the module. @param {unknown} specifiers */
function onlyTypes(specifiers) {
  return Array.isArray(specifiers) && specifiers.length > 0 && specifiers.every((one) => one.isTypeOnly === true);
}

/** `import('x')`, `require('x')`, `require.resolve('x')` and Jest's mocks of modules. @param {Node} node @returns {Import | null} */
function importCall(node) {
  const callee = /** @type {Node & { value?: string, object?: Node & { value?: string } }} */ (node.callee);
  const named = callee.type === 'Identifier' && callee.value === 'require';
  const ofRequire = callee.type === 'MemberExpression' && callee.object?.value === 'require';
  if (callee.type !== 'Import' && !named && !ofRequire) return null;
  const [first] = /** @type {{ expression: Node }[]} */ (node.arguments);
  return first && isText(first.expression) ? { from: textOf(first.expression), type: false } : null;
}

/** @param {Node} node */
function isText(node) {
  return node.type === 'StringLiteral' || (node.type === 'TemplateLiteral' && Array.isArray(node.expressions) && node.expressions.length === 0);
}

/** @param {unknown} node */
function textOf(node) {
  const { value, quasis } = /** @type {{ value?: string, quasis?: { cooked: string }[] }} */ (node);
  return value ?? quasis?.[0]?.cooked ?? '';
}
