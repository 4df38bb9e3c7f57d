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
      try library.register(linked, named: "linked")
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
    <meta http-equiv="Content-Security-Policy" content="{{{policy}}}"/>
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
    {{#notes}}<p class="note">{{.}}</p>{{/notes}}
    {{#tiles}}
    <ul class="tiles">
    {{#items}}
    <li><h2>{{>linked}}</h2>
    <dl>{{#values}}<div><dt>{{name}}</dt><dd>{{value}}</dd></div>{{/values}}</dl>
    {{#remarks}}<p class="remark">{{.}}</p>{{/remarks}}</li>
    {{/items}}
    </ul>
    {{/tiles}}
    </header>
    {{#sections}}
    {{>section}}
    {{/sections}}
    {{#limits}}
    <section id="limits">
    <h2>What the reader may not conclude</h2>
    {{#groups}}
    <h3>{{title}}</h3>
    <ul>{{#items}}<li>{{.}}</li>
    {{/items}}</ul>
    {{/groups}}
    </section>
    {{/limits}}
    {{#glossary}}
    <section id="glossary">
    <h2>What the figures mean</h2>
    <p>Each figure is a row of outcomes.csv, found by its model, its metric and its scope.</p>
    <dl class="models">{{#models}}<div><dt>{{name}}</dt><dd><code>{{value}}</code></dd></div>
    {{/models}}</dl>
    <dl class="terms">
    {{#terms}}<div id="{{id}}"><dt>{{title}} <code>{{name}}</code> {{unit}}</dt>\
    <dd>{{definition}}</dd></div>
    {{/terms}}</dl>
    </section>
    {{/glossary}}
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
    <script>{{{script}}}</script>
    </body>
    </html>

    """

  private static let section = """
    <section id="{{id}}">
    <h2>{{title}}</h2>
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
    {{#remarks}}<p class="remark">{{.}}</p>
    {{/remarks}}
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

  /// A title that leads to its definition where there is one.
  private static let linked = """
    {{#links}}<a href="#{{id}}" title="{{hint}}">{{/links}}{{text}}{{#links}}</a>{{/links}}
    """

  private static let table = """
    {{#folds}}<details><summary>{{.}}</summary>{{/folds}}
    <div class="scroll" role="region" aria-label="{{caption}}" tabindex="0">
    <table class="{{#isPaired}}pairs {{/isPaired}}{{#isProse}}prose {{/isProse}}\
    {{#isSortable}}sort{{/isSortable}}">
    <caption>{{caption}}</caption>
    <thead><tr><th scope="col">{{corner}}</th>{{#heads}}<th scope="col">{{>linked}}</th>\
    {{/heads}}</tr></thead>
    <tbody>
    {{#rows}}
    <tr>{{#headings}}<th scope="row"{{#spans}} rowspan="{{.}}"{{/spans}}>{{>linked}}</th>\
    {{/headings}}{{#cells}}<td{{#orders}} data-v="{{.}}"{{/orders}}>{{text}}</td>{{/cells}}</tr>
    {{/rows}}
    </tbody>
    </table>
    </div>
    {{#notes}}<p class="note">{{.}}</p>
    {{/notes}}
    {{#folds}}</details>{{/folds}}

    """
}
