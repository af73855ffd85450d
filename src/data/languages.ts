import { envEntriesIn } from '../dotenv/env-entries.js';

/** What a rule may ask of a file: code has values and scopes, env and data files have names with values, and any other text is only text. */
export type FileForm = 'code' | 'data' | 'env' | 'text';

/** As much of ESLint's SourceCode as every language has. */
export interface AnySource {
  readonly text: string;
  readonly ast: unknown;
}

interface Tree {
  readonly type: string;
  readonly body?: unknown;
}

// jsonc-eslint-parser@3, yaml-eslint-parser@2 and toml-eslint-parser@1 give a Program whose statements are of their language; so does @html-eslint/parser@0.66 (Document)
const DATA_BODY = /^(?:JSON|YAML|TOML)/;
const TEXT_BODY = 'Document';

// By the tree: oxlint has one SourceCode for all files.
const forms = new WeakMap<object, FileForm>();

/** The form of a file, by the tree that its parser or language made. */
export function formOf(source: AnySource): FileForm {
  if (!isTree(source.ast)) return 'text';
  const known = forms.get(source.ast) ?? findForm(source, source.ast);
  forms.set(source.ast, known);
  return known;
}

function findForm(source: AnySource, { type, body }: Tree): FileForm {
  if (envEntriesIn(source)) return 'env';
  // @eslint/json@2: a Document whose body is the value
  if (type === 'Document' && isTree(body)) return 'data';
  if (type !== 'Program' || !Array.isArray(body)) return 'text';
  const [first] = body as readonly unknown[];
  const firstType = isTree(first) ? first.type : '';
  if (DATA_BODY.test(firstType)) return 'data';
  return firstType.startsWith(TEXT_BODY) ? 'text' : 'code';
}

/** Whether something is a node of some tree. */
export function isTree(candidate: unknown): candidate is Tree {
  return typeof candidate === 'object' && candidate !== null && 'type' in candidate && typeof candidate.type === 'string';
}
