import Testing

@testable import ResultFormats

@Suite("What each format writes")
struct FormatTests {
  @Test func csv() {
    #expect(
      Answers.text(.csv, Answers.plain) == """
        site,people,share
        Cléon plant,3146,0.5
        Douai,,12.0
        ,-7,

        """)
    #expect(
      Answers.text(.csv, Answers.hostile)
        == "a|b,\"c,\"\"d\"\"\"\n"
        + "\"line\nend\ttab\",\"say \"\"hi\"\", ok\"\n"
        + "\"\",\" edge\"\n"
        + "\u{1B}[31mred\u{7},<b>&*_`[x]\\\n"
        + "\u{202E}evil,\"cr\rlf\"\n")
    #expect(
      Answers.text(.csv, Answers.composed) == #"""
        v
        "[1,""a"",null]"
        "{""k"":true,""odd key"":1e+21}"
        "{""id"":7,""labels"":[""PowertrainPlant"",""Site""],""properties"":{""id"":""cleon-plant"",""name"":""Cléon plant""}}"
        "{""id"":3,""type"":""PRODUCES"",""start"":7,""end"":9,""properties"":{""status"":""asserted""}}"
        "[{""id"":9,""labels"":[""Motor""],""properties"":{}},{""id"":3,""type"":""PRODUCES"",""start"":7,""end"":9,""properties"":{""status"":""asserted""}},{""id"":7,""labels"":[""PowertrainPlant"",""Site""],""properties"":{""id"":""cleon-plant"",""name"":""Cléon plant""}}]"
        2025-09-23

        """#)
    #expect(Answers.text(.csv, (["x"], [[.null], [.string("")]])) == "x\n\"\"\n\"\"\n")
  }

  @Test func tsv() {
    #expect(
      Answers.text(.tsv, Answers.plain) == "site\tpeople\tshare\nCléon plant\t3146\t0.5\nDouai\t\t12.0\n\t-7\t\n")
    #expect(
      Answers.text(.tsv, Answers.hostile)
        == "a|b\tc,\"d\"\n"
        + #"line\nend\ttab"# + "\tsay \"hi\", ok\n"
        + "\t edge\n"
        + "\u{1B}[31mred\u{7}\t<b>&*_`[x]\\\\\n"
        + "\u{202E}evil\tcr\\rlf\n")
  }

  @Test func json() {
    #expect(
      Answers.text(.json, Answers.plain) == """
        [
        {"site":"Cléon plant","people":3146,"share":0.5},
        {"site":"Douai","people":null,"share":12.0},
        {"site":null,"people":-7,"share":null}
        ]

        """)
    #expect(
      Answers.text(.json, Answers.hostile) == #"""
        [
        {"a|b":"line\nend\ttab","c,\"d\"":"say \"hi\", ok"},
        {"a|b":"","c,\"d\"":" edge"},
        {"a|b":"\u001b[31mred\u0007","c,\"d\"":"<b>&*_`[x]\\"},
        {"a|b":"\u202eevil","c,\"d\"":"cr\rlf"}
        ]

        """#)
    #expect(
      Answers.text(.jsonl, Answers.composed) == #"""
        {"v":[1,"a",null]}
        {"v":{"k":true,"odd key":1e+21}}
        {"v":{"id":7,"labels":["PowertrainPlant","Site"],"properties":{"id":"cleon-plant","name":"Cléon plant"}}}
        {"v":{"id":3,"type":"PRODUCES","start":7,"end":9,"properties":{"status":"asserted"}}}
        {"v":[{"id":9,"labels":["Motor"],"properties":{}},{"id":3,"type":"PRODUCES","start":7,"end":9,"properties":{"status":"asserted"}},{"id":7,"labels":["PowertrainPlant","Site"],"properties":{"id":"cleon-plant","name":"Cléon plant"}}]}
        {"v":"2025-09-23"}

        """#)
  }

  @Test func jsonHasNoNaN() {
    for format in [ResultFormat.json, .jsonl] {
      var writer = format.writer()
      let text = String(
        decoding: writer.write(columns: ["x"], rows: [[.float(.nan)], [.list([.float(-.infinity), .float(1)])]]),
        as: UTF8.self)
      #expect(text.contains("{\"x\":null}"))
      #expect(text.contains("{\"x\":[null,1.0]}"))
      #expect(writer.warning == "2 floats written as null: JSON has no NaN and no infinity")
    }
  }

  @Test func markdown() {
    #expect(
      Answers.text(.markdown, Answers.plain) == """
        | site | people | share |
        | --- | ---: | ---: |
        | Cléon plant | 3146 | 0.5 |
        | Douai |  | 12.0 |
        |  | -7 |  |

        """)
    #expect(
      Answers.text(.markdown, Answers.hostile) == #"""
        | a\|b | c,"d" |
        | --- | --- |
        | line<br>end tab | say "hi", ok |
        |  |  edge |

        """# + "| \u{1B}\\[31mred\u{7} | &lt;b&gt;&amp;\\*\\_\\`\\[x\\]\\\\ |\n| \u{202E}evil | crlf |\n")
  }

  @Test func plain() {
    #expect(Answers.text(.plain, Answers.plain) == "Cléon plant\t3146\t0.5\nDouai\t\t12.0\n\t-7\t\n")
    #expect(
      Answers.text(.plain, Answers.composed) == #"""
        [1, "a", null]
        {k: true, `odd key`: 1.0E21}
        (:PowertrainPlant:Site {id: "cleon-plant", name: "Cléon plant"})
        [:PRODUCES {status: "asserted"}]
        <(:Motor)<-[:PRODUCES {status: "asserted"}]-(:PowertrainPlant:Site {id: "cleon-plant", name: "Cléon plant"})>
        2025-09-23

        """#)
  }

  @Test func zeroRows() {
    let none: (columns: [String], rows: [[ResultValue]]) = (["a", "b"], [])
    #expect(Answers.text(.json, none) == "[]\n")
    #expect(Answers.text(.jsonl, none) == "")
    #expect(Answers.text(.csv, none) == "a,b\n")
    #expect(Answers.text(.tsv, none) == "a\tb\n")
    #expect(Answers.text(.plain, none) == "")
    #expect(Answers.text(.markdown, none) == "| a | b |\n| --- | --- |\n")
    #expect(Answers.text(.table, none) == "┌───┬───┐\n│ a │ b │\n├───┼───┤\n└───┴───┘\n")
  }

  @Test(arguments: ResultFormat.allCases)
  func aTerminalNeverSeesARawControlCharacter(format: ResultFormat) {
    let text = Answers.text(format, Answers.hostile, ResultOptions(terminal: true))
    let raw = text.unicodeScalars.filter { scalar in
      (scalar.value < 0x20 && scalar != "\n" && scalar != "\t") || (0x7F...0x9F).contains(scalar.value)
        || (0x202A...0x202E).contains(scalar.value)
    }
    #expect(raw.isEmpty, "\(format): \(text.debugDescription)")
    #expect(text.contains("u001b"))
  }

  @Test(arguments: ResultFormat.allCases)
  func rowsInPiecesAreTheSameAsRowsAtOnce(format: ResultFormat) {
    var writer = format.writer()
    var out: [UInt8] = []
    writer.header(Answers.plain.columns, into: &out)
    for row in Answers.plain.rows { writer.rows([row], into: &out) }
    writer.end(into: &out)
    #expect(String(decoding: out, as: UTF8.self) == Answers.text(format, Answers.plain))
  }
}
