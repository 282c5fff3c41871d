const NAME = '[A-Za-z_][A-Za-z0-9_.-]*';
const TEXT = '(?:[^<&]|&(?:amp|lt|gt|quot|apos);)*';
const TOKEN = new RegExp(
  `<(/?)(${NAME})((?:\\s+${NAME}="(?:[^<&"]|&(?:amp|lt|gt|quot|apos);)*")*)\\s*(/?)>|(${TEXT})`,
  'uy',
);

/** Why a text is not well-formed XML 1.0, as far as elements, attributes and text go. */
export function xmlProblem(text: string): string | undefined {
  const bad = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.exec(text);
  if (bad) return `a forbidden character at ${bad.index}`;
  const body = text.replace(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n/, '');
  const open: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < body.length) {
    const at = TOKEN.lastIndex;
    const match = TOKEN.exec(body);
    if (match === null || match[0] === '') return `no XML at ${at}: ${body.slice(at, at + 40)}`;
    const [, closing, name, , alone] = match;
    if (name === undefined || alone === '/') continue;
    if (closing !== '/') open.push(name);
    else if (open.pop() !== name) return `</${name}> closes another element`;
  }
  return open.length === 0 ? undefined : `<${open.join('><')}> stays open`;
}
