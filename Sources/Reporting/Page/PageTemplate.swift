import Mustache

/// The text of the page as mustache templates.
///
/// `{{name}}` is escaped; `{{{name}}}` is markup that this module drew or wrote itself.
enum PageTemplate {
  /// The page with its values filled in.
  static func render(_ page: PageView) -> String {
    do {
      var library = MustacheLibrary()
      try library.register(section, named: "section")
      try library.register(figure, named: "figure")
      try library.register(table, named: "table")
      try library.register(whole, named: "page")
      guard let text = library.render(page, withTemplate: "page") else {
        preconditionFailure("the page's template is registered")
      }
      return text
    } catch {
      preconditionFailure("a template of the page does not parse: \(error)")
    }
  }

  private static let whole = """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8"/>
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src \
    'unsafe-inline'; img-src data:"/>
    <meta name="viewport" content="width=device-width, initial-scale=1"/>
    <meta name="color-scheme" content="light dark"/>
    <title>{{title}}</title>
    <style>
    {{{style}}}
    </style>
    </head>
    <body>
    <main>
    <header>
    <h1>{{title}}</h1>
    {{#question}}<p class="question">{{.}}</p>{{/question}}
    <div class="answer">
    {{#sentences}}<p>{{.}}</p>
    {{/sentences}}
    </div>
    <ul class="tiles">
    {{#tiles}}
    <li><h2>{{title}}</h2>
    <dl>{{#values}}<div><dt>{{name}}</dt><dd>{{value}}</dd></div>{{/values}}</dl>
    {{#remarks}}<p class="remark">{{.}}</p>{{/remarks}}</li>
    {{/tiles}}
    </ul>
    </header>
    {{#sections}}
    {{>section}}
    {{/sections}}
    {{#limits}}
    <section id="limits">
    <h2>What this run does not show</h2>
    <ul>{{#items}}<li>{{.}}</li>
    {{/items}}</ul>
    </section>
    {{/limits}}
    <section id="again">
    <h2>What was run, and how to run it again</h2>
    {{#description}}<p>{{.}}</p>{{/description}}
    <p><code>{{command}}</code></p>
    <dl class="facts">
    {{#again}}<div><dt>{{name}}</dt><dd>{{value}}</dd></div>
    {{/again}}
    </dl>
    </section>
    </main>
    </body>
    </html>

    """

  private static let section = """
    <section id="{{id}}">
    <h2>{{title}}</h2>
    {{#remarks}}<p>{{.}}</p>
    {{/remarks}}
    {{#legends}}
    <ul class="legend">{{#entries}}<li>{{{key}}} {{label}}</li>{{/entries}}</ul>
    {{/legends}}
    {{#figures}}
    {{>figure}}
    {{/figures}}
    {{#grids}}
    <div class="grid">
    {{#cards}}
    {{>figure}}
    {{/cards}}
    </div>
    {{/grids}}
    {{#tables}}
    {{>table}}
    {{/tables}}
    </section>

    """

  private static let figure = """
    <figure>
    <figcaption>{{caption}}</figcaption>
    {{#pictures}}{{{.}}}
    {{/pictures}}
    </figure>

    """

  private static let table = """
    <div class="scroll" role="region" aria-label="{{caption}}" tabindex="0">
    <table{{#isPaired}} class="pairs"{{/isPaired}}{{#isProse}} class="prose"{{/isProse}}>
    <caption>{{caption}}</caption>
    <thead><tr><th scope="col">{{corner}}</th>{{#columns}}<th scope="col">{{.}}</th>\
    {{/columns}}</tr></thead>
    <tbody>
    {{#rows}}
    <tr>{{#headings}}<th scope="row" rowspan="{{span}}">{{text}}</th>{{/headings}}\
    {{#cells}}<td>{{.}}</td>{{/cells}}</tr>
    {{/rows}}
    </tbody>
    </table>
    </div>
    {{#notes}}<p class="note">{{.}}</p>
    {{/notes}}

    """
}
