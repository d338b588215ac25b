/// Says in this project's words what libyaml says of a fault in its own.
struct YamlWording {
  var message: String
  var hint: String?

  init(message: String, hint: String?) {
    self.message = message
    self.hint = hint
  }

  init(_ problem: String, _ context: String?) {
    switch problem {
    case "did not find expected key":
      self.init(message: "a key is expected here", hint: "keys of one map stand in one column; put text with `: ` or quotes in it in quotes")
    case "could not find expected ':'":
      self.init(message: "a line without `:`", hint: "write `key: value`, and put a text that goes on in quotes")
    case "mapping values are not allowed in this context":
      self.init(message: "a `:` where no key can be", hint: "put a text that holds `: ` in quotes")
    case "did not find expected '-' indicator":
      self.init(message: "an item of a list begins with `-`", hint: "items of one list stand in one column")
    case "did not find expected ',' or ']'":
      self.init(message: "a list in brackets is not closed", hint: "a `,` between items, a `]` at the end")
    case "did not find expected ',' or '}'":
      self.init(message: "a map in braces is not closed", hint: "a `,` between entries, a `}` at the end")
    case "found character that cannot start any token":
      self.init(message: "a character that no text can begin with", hint: "put the text in quotes")
    case "found unexpected end of stream":
      self.init(message: "a quote that is not closed", hint: nil)
    case "found undefined alias":
      self.init(message: "an alias, `*…`, is no part of this format", hint: "put a text that begins with `*` in quotes")
    case "but found another document":
      self.init(message: "a second document", hint: "delete the line `---`")
    case "found unknown escape character":
      self.init(message: "an unknown escape in a text in double quotes", hint: "write `\\\\` for a backslash")
    case "block sequence entries are not allowed in this context":
      self.init(message: "a `-` where no list can be", hint: "put a text that begins with `- ` in quotes")
    case "did not find expected node content":
      self.init(message: "a value is expected here", hint: "put a text that begins with a sign in quotes")
    case "found unexpected ':'":
      self.init(message: "a `:` in the middle of a text", hint: "put the text in quotes")
    case "mapping keys are not allowed in this context":
      self.init(message: "a `?` where no key can be", hint: "put a text that begins with `? ` in quotes")
    case "did not find expected <document start>":
      self.init(message: "text after the end of the YAML", hint: "delete the line `...`, or indent what follows as it should be")
    case "found unknown directive name", "could not find expected directive name":
      self.init(message: "a line that begins with `%`", hint: "put a text that begins with `%` in quotes")
    default:
      self.init(message: "faulty YAML: \(problem)" + (context.map { " \($0)" } ?? ""), hint: nil)
    }
  }
}
