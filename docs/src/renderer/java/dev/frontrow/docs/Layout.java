package dev.frontrow.docs;

/** The page around a document: style and navigation, all in the one file. */
final class Layout {

    private static final String STYLE = """
            :root{color-scheme:light dark;--ink:#1d2430;--soft:#5a6577;--paper:#fff;--panel:#f5f6f9;--line:#d9dee7;--link:#0b57b7;--mark:#e7effb}
            @media(prefers-color-scheme:dark){:root{--ink:#e4e8ef;--soft:#9aa5b8;--paper:#12161d;--panel:#1a2029;--line:#313a48;--link:#8ab8ff;--mark:#223147}}
            *{box-sizing:border-box}
            body{margin:0;font:16px/1.6 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;color:var(--ink);background:var(--paper);overflow-wrap:break-word}
            a{color:var(--link);text-underline-offset:2px}
            a:not([href]){color:inherit}
            .skip{position:absolute;left:-99rem}
            .skip:focus{left:1rem;top:1rem;background:var(--paper);padding:.5rem 1rem;z-index:2}
            .frame{display:grid;grid-template-columns:17rem minmax(0,1fr)}
            .side{position:sticky;top:0;align-self:start;height:100vh;overflow-y:auto;background:var(--panel);border-right:1px solid var(--line);padding:1.2rem 1rem 2rem}
            .brand{font-weight:700;font-size:1.15rem;color:var(--ink);text-decoration:none}
            #menu{position:absolute;opacity:0}
            .side label{display:none}
            .side nav{margin-top:.8rem}
            nav summary{cursor:pointer;font-weight:600;font-size:.8rem;letter-spacing:.04em;text-transform:uppercase;color:var(--soft);padding:.3rem 0}
            nav ul{list-style:none;margin:0 0 .3rem;padding:0}
            nav li a{display:block;padding:.14rem .6rem;border-radius:.35rem;text-decoration:none;color:var(--ink);font-size:.92rem;line-height:1.4}
            nav li a:hover{background:var(--mark)}
            nav li a[aria-current]{background:var(--mark);font-weight:600}
            main{padding:2rem 2.5rem 5rem;max-width:76rem;min-width:0}
            main>p,main>ul,main>ol,main>blockquote{max-width:48rem}
            .where{margin:0 0 .2rem;color:var(--soft);font-size:.85rem}
            .sections{display:flex;flex-wrap:wrap;gap:.2rem 1.1rem;margin:0 0 1.4rem;padding:.5rem .8rem;background:var(--panel);border-radius:.5rem;font-size:.88rem}
            main>p:has(.diagram){max-width:none}
            h1,h2,h3,h4{line-height:1.25;margin:2em 0 .6em;scroll-margin-top:1rem}
            h1{font-size:1.9rem;margin-top:0}h2{font-size:1.4rem;padding-bottom:.25rem;border-bottom:1px solid var(--line)}h3{font-size:1.12rem}h4{font-size:1rem}
            code,pre{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;font-size:.87em}
            code{background:var(--panel);padding:.1em .3em;border-radius:.25rem}
            pre{background:var(--panel);border:1px solid var(--line);border-radius:.5rem;padding:.9rem 1rem;overflow-x:auto;line-height:1.45}
            pre code{background:none;padding:0;font-size:1em}
            .table{overflow-x:auto;margin:1rem 0}
            table{border-collapse:collapse;font-size:.92rem;line-height:1.45}
            th,td{border-bottom:1px solid var(--line);padding:.45rem .8rem .45rem 0;text-align:left;vertical-align:top;min-width:4rem}
            td:first-child,th:first-child{min-width:2rem}
            td:last-child,th:last-child{padding-right:0}
            td code,th code{overflow-wrap:normal}
            th{color:var(--soft);font-weight:600}
            .diagram{display:block;overflow-x:auto;background:#fff;color-scheme:light;border:1px solid var(--line);border-radius:.5rem;padding:.8rem;margin:1rem 0 .3rem}
            .diagram svg{display:block;margin:0 auto;max-width:none}
            img{max-width:100%;height:auto;border:1px solid var(--line);border-radius:.5rem}
            table:has(img){table-layout:fixed;width:100%}
            .alone{display:block;font-size:.85rem;margin-bottom:1rem}
            blockquote{margin:1rem 0;padding:.1rem 1rem;border-left:3px solid var(--line);color:var(--soft)}
            @media(max-width:60rem){
              .frame{display:block}
              .side{position:static;height:auto;border-right:0;border-bottom:1px solid var(--line);padding:.8rem 1rem}
              .side label{display:inline-block;float:right;padding:.15rem .8rem;border:1px solid var(--line);border-radius:.4rem;cursor:pointer;font-size:.92rem}
              #menu:focus-visible+label{outline:2px solid var(--link)}
              .side nav{display:none}
              #menu:checked~nav{display:block}
              main{padding:1.2rem 1rem 4rem}
              h1{font-size:1.55rem}
            }
            @media(max-width:44rem){
              td code{overflow-wrap:break-word}
              table.cards td code{overflow-wrap:anywhere}
              td:first-child{position:sticky;left:0;background:var(--paper)}
              table.cards,table.cards tbody,table.cards tr,table.cards td{display:block}
              table.cards thead{position:absolute;left:-99rem}
              table.cards tr{border:1px solid var(--line);border-radius:.5rem;padding:.5rem .8rem;margin:.7rem 0}
              table.cards td{border:0;padding:.18rem 0}
              table.cards td:not(:first-child){display:grid;grid-template-columns:5.5rem minmax(0,1fr);gap:.7rem}
              table.cards td:not(:first-child)::before{content:attr(data-label);color:var(--soft);font-size:.85em}
              table.cards td:first-child{position:static;font-weight:600}
              table.cards td[data-label=""]:not(:first-child){display:block}
              table.cards td:has(>div:empty):not(:first-child){display:none}
            }
            @media print{.side,.skip,.alone{display:none}.frame{display:block}}
            """;

    private Layout() {}

    static String html(Page page, Navigation navigation) {
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s · Frontrow</title>
                <style>
                %s</style>
                </head>
                <body>
                <a class="skip" href="#document">To the document</a>
                <div class="frame">
                <header class="side">
                <a class="brand" href="%s">Frontrow</a>
                <input type="checkbox" id="menu" aria-label="Show the contents">
                <label for="menu">Contents</label>
                <nav aria-label="Documents">
                %s</nav>
                </header>
                <main id="document">
                <p class="where">%s</p>
                %s</main>
                </div>
                </body>
                </html>
                """.formatted(
                        escaped(page.title()),
                        STYLE,
                        page.source().wayTo("index.html"),
                        navigation.html(page),
                        Navigation.group(page.source().path()),
                        page.body());
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
