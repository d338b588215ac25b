import Testing

@Suite("The reader of Swift that the tidy tests use")
struct SwiftSourceTests {
  @Test func commentsAndStringsAreBlank() {
    let source = SwiftSource(
      """
      let a = "try! // no" // as!
      /* one /* two */ */ let b = #"x"y"# + "\\(f("}")) {"
      let c = 'k'
      """)
    #expect(!source.code.contains("try!") && !source.code.contains("as!") && !source.code.contains("two"))
    #expect(!source.code.contains("{") && !source.code.contains("}"))
    #expect(source.code.contains("let b =") && source.code.contains("let c = 'k'"))
    #expect(source.code.split(separator: "\n").count == 3)
  }

  @Test func functionsAreMeasured() {
    let source = SwiftSource(
      """
      protocol P {
        func requirement(_ a: Int) throws -> Int
        init(a: Int)
        func other()
      }
      struct S {
        init?(b: () -> Void = { }) { self.init(a: 1) }
        func long<T>(
          a: [T] = []
        ) -> [T]
        where T: Hashable {
          if true {
            call { }
          }
          func nested() {
          }
          return a
        }
      }
      """)
    #expect(
      source.functions == [
        .init(name: "init", line: 7, length: 1), .init(name: "long", line: 8, length: 11),
        .init(name: "nested", line: 15, length: 2),
      ])
  }
}
