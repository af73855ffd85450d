import { describe, expect, test } from 'vitest';
import { loadsOf, mentionedModules } from '../../src/source/import-specifiers.js';

describe('the modules that are loaded', () => {
  test.each([
    [`import a from './a.js'; // import './b.js'\n/* import './c.js' */ import './d.js';`, ['./a.js', './d.js']],
    [`const a = 'import "./a.js"'; import('./b.js'); const c = \`\n import './c.js' \`; require("./d.js");`, ['./b.js', './d.js']],
    [`import './$id.js'; import('./routes/$a.$b.tsx'); import(\`./\${c}.js\`);`, ['./$id.js', './routes/$a.$b.tsx']],
    [`it's; import './a.js';\nimport './b.js';`, ['./b.js']],
    [`import './a.js'; /* import './b.js';`, ['./a.js', './b.js']],
  ])('of %j', (text, specifiers) => {
    expect(loadsOf(`<script>${text}</script>`, 'a.vue').code).toEqual(specifiers);
    expect(mentionedModules(text)).toEqual(expect.arrayContaining(specifiers));
  });

  test('of the scripts of a page, not of those in comments or that nothing closes', () => {
    const page = '<!-- <script src="a.js"></script> --><SCRIPT defer src="b.js"></SCRIPT><script type="text/template">import "c"</script><script-x src="d.js"></script-x><script>import "e"</script ><script src="f.js">';
    expect(loadsOf(page, 'a.html').scripts).toEqual(['./b.js', 'e']);
  });
});
