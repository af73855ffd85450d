import { createRule, keySearch, projectPackages, publicEnvPrefixes, slashed, type RuleContext } from '../src/create-rule.js';
import { exposuresIn, type Exposure, type Surroundings } from '../src/analysis/exposures.js';
import { inlinedKeysIn } from '../src/analysis/inlined-keys.js';
import { exposuresOf, serverCodeOf } from '../src/catalogue/environments.js';
import { formOf } from '../src/data/languages.js';
import { namedValuesIn } from '../src/data/named-values.js';
import { findKeyMatches } from '../src/key/grammar.js';

type MessageIds = 'browserCode' | 'inlined' | 'provider' | 'publicEnvFile' | 'publicName';

/** A name that is safe to print: one that a person gave a variable. */
const PRINTABLE = /^\w{1,48}$/;

export default createRule<MessageIds>({
  name: 'no-exposed-key',
  meta: {
    type: 'problem',
    docs: { description: 'Disallow Wix keys where a browser sees them', recommended: 'error', readsData: true },
    messages: {
      publicName: 'Browsers see this Wix key: {{framework}} copies {{variable}} into their code; make this call in {{server}}, and read a variable that is not public.',
      browserCode: 'Browsers run this code and see its Wix key, and Wix refuses such calls (CORS); make the call in {{server}}.',
      provider: 'The browser runs `WixProvider` and sees the API key of its strategy; use `OAuthStrategy` here, and make calls with a key in {{server}}.',
      inlined: 'The build writes this Wix key into browser code by `{{by}}`; leave it out, and read the variable in {{server}}.',
      publicEnvFile: 'Browsers see this Wix key: {{framework}} copies variables of this name into their code; give it a name that is not public, read it in {{server}}, and replace the key if it was ever deployed.',
    },
    schema: [],
  },
  create(context) {
    return {
      Program() {
        const frameworkOf = frameworksOf(context);
        for (const { name, value, nameLoc } of namedValuesIn(context.sourceCode)) {
          const framework = findKeyMatches(value).length > 0 ? frameworkOf(name) : null;
          if (framework !== null) context.report({ loc: nameLoc, messageId: 'publicEnvFile', data: { framework, server: serverCodeOf(framework) } });
        }
        if (formOf(context.sourceCode) !== 'code') return;
        const path = slashed(context.filename);
        for (const exposure of exposuresIn(context.sourceCode, keySearch(context), { path, frameworkOf })) report(exposure, context);
        for (const { node, by, framework } of inlinedKeysIn(context.sourceCode, path)) {
          context.report({ loc: node.loc, messageId: 'inlined', data: { by, server: serverCodeOf(framework) } });
        }
      },
    };
  },
});

function report(exposure: Exposure, context: RuleContext<MessageIds>): void {
  const { loc } = exposure.node;
  switch (exposure.type) {
    case 'provider': context.report({ loc, messageId: 'provider', data: { server: serverCodeOf('Next.js') } }); break;
    case 'client': context.report({ loc, messageId: 'browserCode', data: { server: serverCodeOf(exposure.framework) } }); break;
    case 'public': {
      const { framework, variable } = exposure;
      context.report({ loc, messageId: 'publicName', data: { framework, server: serverCodeOf(framework), variable: PRINTABLE.test(variable) ? `\`${variable}\`` : 'this variable' } });
    }
  }
}

/** The framework that makes a variable public: one whose prefix tells it, that the project has, or the project's own by the settings. */
function frameworksOf(context: RuleContext<MessageIds>): Surroundings['frameworkOf'] {
  const own = publicEnvPrefixes(context);
  const hasPackage = projectPackages(context);
  return (variable) => {
    const rows = exposuresOf(variable, hasPackage);
    const row = rows.find(({ packages }) => packages.some(hasPackage)) ?? rows[0];
    return row?.framework ?? (own.some((prefix) => variable.startsWith(prefix)) ? 'The build' : null);
  };
}
