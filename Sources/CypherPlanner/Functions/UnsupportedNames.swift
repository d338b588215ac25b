/// Functions and procedures that people know from other graph databases and that are not here: a word on what is.
enum UnsupportedNames {
  static func hint(for name: String) -> String? {
    let name = name.lowercased()
    let namespace = name.split(separator: ".").first.map(String.init) ?? name
    switch namespace {
    case "point": return "there are no spatial values; keep longitude and latitude as two numbers"
    case "vector": return "there are no vector indexes"
    case "apoc", "gds", "algo": return "\(namespace) is a library of another database; `sillage help functions` lists what is here"
    case "file", "linenumber": return "the rows of LOAD CSV do not know their file"
    default: return renamed[name].map { "use \($0)" }
    }
  }

  private static let renamed = [
    "distance": "numbers: there are no spatial values", "filter": "[x IN list WHERE condition]", "extract": "[x IN list | expression]",
    "rels": "relationships(path)", "toint": "toInteger()", "str": "toString()", "length": "size()", "collect_list": "collect()",
    "len": "size()", "ifnull": "coalesce()", "nvl": "coalesce()", "concat": "+ between strings", "now": "datetime()",
    "today": "date()", "uuid": "randomUUID()", "ceiling": "ceil()", "power": "^ between numbers", "pow": "^ between numbers",
    "mod": "% between numbers", "cast": "toString(), toInteger(), toFloat() or toBoolean()",
    "zoned_datetime": "datetime()", "local_datetime": "localdatetime()", "zoned_time": "time()", "local_time": "localtime()",
  ]
}
