"""Texts that would run, load or break out if a page took them for markup."""

import json

MARKUP = (
    "<script>alert(1)</script>",
    "<ScRiPt src=//evil.example/x.js></sCrIpT>",
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<img src=http://evil.example/p.gif>",
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<svg><animate onbegin=alert(1) attributeName=x></svg>",
    "<math><mtext><script>alert(1)</script></mtext></math>",
    "<iframe src=javascript:alert(1)></iframe>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<object data=javascript:alert(1)></object>",
    "<embed src=http://evil.example/x.swf>",
    "<body onload=alert(1)>",
    "<input autofocus onfocus=alert(1)>",
    "<details open ontoggle=alert(1)>",
    "<video><source onerror=alert(1)></video>",
    "<marquee onstart=alert(1)>",
    "<a href=javascript:alert(1)>x</a>",
    "<a href='data:text/html,<script>alert(1)</script>'>x</a>",
    "<form action=http://evil.example><button>go</button></form>",
    "<button formaction=javascript:alert(1)>x</button>",
    "<base href=http://evil.example/>",
    "<meta http-equiv=refresh content='0;url=http://evil.example'>",
    "<link rel=stylesheet href=http://evil.example/x.css>",
    "<style>@import 'http://evil.example/x.css';</style>",
    "<style>*{background:url(http://evil.example/x)}</style>",
    "<div style='background:url(http://evil.example/x)'>x</div>",
    "<template><script>alert(1)</script></template>",
    "<noscript><img src=x onerror=alert(1)></noscript>",
    "<xmp><script>alert(1)</script></xmp>",
    "<textarea></textarea><script>alert(1)</script>",
    "<title></title><script>alert(1)</script>",
    "</title><script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    "</textarea><script>alert(1)</script>",
    "</div></main></body></html><script>alert(1)</script>",
    "<!--><script>alert(1)</script>-->",
    "--><script>alert(1)</script><!--",
    "<![CDATA[<script>alert(1)</script>]]>",
    "]]><script>alert(1)</script>",
    "<?xml version='1.0'?><script>alert(1)</script>",
    "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>&e;",
)
"""What an HTML or XML parser would take for elements."""

BREAKING_OUT = (
    '" onmouseover="alert(1)',
    "' onmouseover='alert(1)",
    '" autofocus onfocus="alert(1)" x="',
    '"><script>alert(1)</script>',
    "'><script>alert(1)</script>",
    '"/><img src=x onerror=alert(1)>',
    "` onmouseover=`alert(1)",
    "x onmouseover=alert(1) y",
    '" style="position:fixed;inset:0',
    '" class="warning" id="keys',
    '" href="javascript:alert(1)',
    '\\" onclick=alert(1) \\"',
)
"""What would leave an attribute."""

ENTITIES = (
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;alert(1)&#60;/script&#62;",
    "&#x3c;img src=x onerror=alert(1)&#x3e;",
    "&amp;lt;script&amp;gt;",
    "&quot; onclick=alert(1) &quot;",
    "\\u003cscript\\u003ealert(1)\\u003c/script\\u003e",
    "%3Cscript%3Ealert(1)%3C/script%3E",
    "＜script＞alert(1)＜/script＞",
)
"""What becomes markup when it is unescaped once too often."""

TEMPLATES = (
    "{{ 7*7 }}",
    "{{ config }}",
    "{% for x in ().__class__.__base__.__subclasses__() %}{{ x }}{% endfor %}",
    "{# x #}{{ label }}",
    "${7*7}",
    "#{7*7}",
    "<%= 7*7 %>",
    "{counts.__class__}",
)
"""What a template or a format string would work out."""

ALL = (*MARKUP, *BREAKING_OUT, *ENTITIES, *TEMPLATES)

ADDRESSES = (
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java\tscript:alert(1)",
    " javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:msgbox(1)",
    "file:///etc/passwd",
    "//evil.example/x",
    "http:javascript:alert(1)",
    'https://berita.example/"onmouseover="alert(1)',
    "https://berita.example/<script>alert(1)</script>",
)
"""What may not become a link, or only one to the web."""


def reports() -> str:
    """A report for each payload, as lines of JSON, with addresses of all kinds in turn."""
    addresses = [*ADDRESSES, "https://berita.example/satu"]
    records = (record(number, payload, addresses[number % len(addresses)]) for number, payload in enumerate(ALL))
    return "\n".join(json.dumps(one) for one in records)


def record(number: int, payload: str, address: str) -> dict[str, str]:
    """A report that says the payload wherever a report can say something."""
    text = (
        f"{payload}\n\nMUARA LINDU, {payload} - Gempa mengguncang kota pada Selasa (11/3/2025), kata Bupati Rahmat.\n\n"
        f'"Warga harus mengungsi {payload} sekarang juga," kata Bupati Rahmat Suleman {payload}.\n\n'
        f"Sebanyak {number + 3} orang meninggal. Baca juga: {payload}\n\nEditor: {payload}\n"
    )
    return {
        "text": text,
        "title": f"{payload} gempa {number}",
        "outlet": f"Harian {payload}",
        "author": payload,
        "url": address,
        "published": f"2025-03-11T{number % 24:02}:00:00+07:00",
    }
