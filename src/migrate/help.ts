import { OPTION_FORMS, type OptionForm } from './options.js';

/** What `--help` prints. */
export const HELP = `Moves every Wix key that is written in the source into an environment variable, and its value into a private env file.

  npx eslint-plugin-wix-keys migrate [options] [files and folders]

It edits JavaScript and TypeScript, and the scripts of Vue, Svelte and Astro that a server runs. A key in JSON, YAML, TOML, HTML or
Markdown is named with its line, and stays. Folders such as vendor and dist, and dot folders, are passed over unless they are named.

Examples
  npx eslint-plugin-wix-keys migrate --dry src     shows what would change
  npx eslint-plugin-wix-keys migrate src           changes it
  npx eslint-plugin-wix-keys migrate --kinds=ist   moves keys of one kind alone

Options
${[...OPTION_FORMS.map(optionLine), line('--json', 'Print the summary as JSON.'), line('--help', 'Print this.'), line('--version', 'Print the version.')].join('\n')}

Exit status: 0 when every key was moved, 1 when some were left, 2 when it could not run.`;

function optionLine({ name, takes, about }: OptionForm): string {
  const value = takes === 'flag' ? '' : `=${takes === 'text' ? '…' : takes.join('|')}`;
  return line(`--${name}${value}`, about);
}

function line(option: string, about: string): string {
  return `  ${option.padEnd(32)} ${about}`;
}
