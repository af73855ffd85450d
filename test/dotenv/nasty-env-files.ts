/** Env files that are hard to read, by what is hard about them; `bad` marks the values a test rule reports. */
export const nastyEnvFiles: Readonly<Record<string, string>> = {
  empty: '',
  'white space': ' \n\t\n',
  'a line break': '\r\n',
  'comments only': '# first\n#second\n#\n  # last',
  'prose that looks like directives':
    '# global settings\n# globals: API: production\n# exported for docker\n# eslint is here: yes\n# eslint-env browser\n' +
    '#global settings\n# jshint a\n# eslint-disabled\nA=1\n',
  assignments: 'A=1\nexport B = "two" # note\nC: three\nD=\nE=\'four\'#x\nF=`five`\n',
  'no final newline': 'A=1\nB=2',
  'carriage returns': 'A=1\r\nB="x\r\ny"\r\nC=3\rD=4\r\n',
  'many lines in a value': 'KEY="-----BEGIN\n  abc  \n\n\n\tdef\n-----END"\nA=1\n',
  'unclosed quotes': 'A="x\nB=\'y\nC=`z\nD="\n',
  'broken lines': 'what is this\n=b\nA\n<<<<<<< HEAD\nA=1\n=======\n# c\n>>>>>>> x # y\n{"json": true}\n',
  'code and markup': 'A=`${b}`\nB=<div>{x}</div>\nC=function(){ return /[/ }\nlet a = 1;\nif (a) { b: c }\nD=\'use strict\'\n',
  'strange characters': '\u00a0A=1\u2028B=2\u2029# c\n\u000bC=\u0000\ud800\nD=\ud83d\ude00 \ufeff\nключ=1\n',
  'tabs and blanks': '\tA\t=\t1  \t\n  B =  2   # c\t\n\n\n\n\n',
  'a first line like a shebang': '#!/usr/bin/env bash\nA=1\n',
  'a first line like a JavaScript comment': '// A=1\nB=2\n',
  'names of objects': '__proto__=1\nconstructor=2\ntoString=3\nexport=4\nexport export=5\n',
  'the same name twice': 'A=1\nA=2\n',
  'separators across lines': 'A\n=\n"b"\nexport\nC=d\nE:\nF=g\n',
  'TODO comments': '# TODO: rotate\n# fixme\nA=1 # XXX\n/* a */\n/*B=1*/\n<!-- c -->\n',
  'directives': '# eslint-disable\n# eslint-enable\n# eslint-disable-next-line a, b -- why\n#eslint-disable-line\nA=1 # eslint-disable-line\n',
};
