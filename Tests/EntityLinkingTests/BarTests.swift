import ArticleText
import EntityLinking
import Testing

/// Names that have to be surer where what stands around them is of other things.
@Suite struct BarTests {
  /// Sixty words and more, with names that are certain.
  private static let cars = """
    Renault and Peugeot sold more cars in May than in any month before, the two carmakers said on Friday, and dealers expect a good summer for
    the Renault 5 E-Tech, the Alpine A390, the Renault Zoe and the Dacia Duster. Stellantis was slower. The price of a litre of petrol has risen
    for eight weeks, and the banks have made loans dearer, so that buyers who wait for the autumn may find that what they wanted costs more.\n\n
    """
  /// The same on other things, with names that are none of a car.
  private static let garden = """
    Our correspondents write from their gardens this week. Mrs D. Horse of Hull has planted beans behind the church, and a Mr T. Provost of
    Leeds asks when to sow peas. The first frost took the dahlias, she says, and the second one took the lilies that her aunt had brought from
    Crete. A mini greenhouse may help. The leaf of the plum tree curls when there is too much rain, and in spring the roots want air. The
    path behind the old mill is open, and the brook brings soil.\n\n
    """

  private func judge(_ raw: String, _ name: String) throws -> Judgement {
    let text = try VisibleText(name: "a", bytes: Array(raw.utf8), format: .plainText)
    return try #require(carmakerLinker.judgements(in: text).last { $0.text == name })
  }

  private func has(_ cue: Cue, _ judgement: Judgement) -> Bool { judgement.reasons.contains { $0.cue == cue && $0.weight < 0 } }

  @Test func amongNamesOfOtherThings() throws {
    let other = try judge(Self.garden + "Mercy Alden, Lilian Voss, Ford, Ada Quill.", "Ford")
    #expect(!other.isMention && has(.amongOtherNames, other))
    let maker = try judge(Self.garden + "The old man who came for the roses had worked all his life for a firm called Ford.", "Ford")
    #expect(maker.isMention && !has(.amongOtherNames, maker))
  }

  @Test func beforeAnotherName() throws {
    let part = try judge(Self.cars + "The winner of it took home, as in the years before, a red Spring, Otto says.", "Spring")
    #expect(!part.isMention && has(.beforeOtherName, part))
    let car = try judge(Self.cars + "The winner of it took home, as in the years before, a red Spring that we saw.", "Spring")
    #expect(car.isMention && !has(.beforeOtherName, car))
  }

  @Test func inAParagraphOfUnknownNames() throws {
    let unknown = try judge(Self.cars + "We met Ilse in Graz, and Otto in Wels. They were led by a Spring.", "Spring")
    #expect(!unknown.isMention && has(.amongUnknownNames, unknown))
    let known = try judge(Self.cars + "We met Ilse in Graz, and Otto in Wels. They drive a Škoda, and their friends a Spring.", "Spring")
    #expect(known.isMention && !has(.amongUnknownNames, known))
  }

  @Test func peopleAmongUnknownPeople() throws {
    let raw = Self.cars + "The choir of Graz sang for Ilse Amsel and for Otto Fink. Provost spoke at the end."
    #expect(has(.unknownPeople, try judge(raw, "Provost")))
    #expect(!has(.unknownPeople, try judge(Self.cars + "The choir sang for an hour. Provost spoke at the end.", "Provost")))
  }

  @Test func smallWordsAmongCapitals() throws {
    let small = try judge(Self.cars + "In Graz we saw a spring model that Otto had.", "spring")
    #expect(!small.isMention)
    let forum = "hi all. looking for a cheap renault. my mate has a peugeot. another has a dacia. anyone here who drives a spring every day?"
    #expect(try links(forum).contains("spring=spring"))
  }

  @Test func eachPostOfAForumHasItsOwnCapitals() throws {
    let small = "looking for a cheap renault or a peugeot, or a dacia.\n\n"
    func cues(_ post: String) throws -> [Cue] { try judge(small + post, "spring").reasons.map(\.cue) }
    #expect(try cues("The Renault is fine. Take a spring with it.").contains(.everydayLower))
    #expect(try cues("The renault is fine. Take a spring with it.").contains(.everydayLowerText))
  }

  @Test(
    "What stands behind a comma says what is called so",
    arguments: ["Ford, the restaurant in Chelsea, lends the glass.", "Ford, un théâtre de Lyon, ferme."])
  func thingsInApposition(_ raw: String) throws {
    #expect(try links(raw) == [])
    #expect(try links("Ford, the carmaker, lends the glass.") == ["Ford=ford"])
  }

  @Test(
    "Things that are called like a maker, and people of whom only the name is told",
    arguments: [
      "The yacht Ford ran aground.", "La tempête Dacia arrive.", "They met at the Ford Oval.", "A certain Ford signed.",
      "Un certain Peugeot a signé.", "Chez les Renault, on chante.",
    ])
  func calledSo(_ raw: String) throws {
    #expect(try links(raw) == [])
    #expect(try links("Chez Renault, on embauche. The Ford was certain to win.") == ["Renault=renault", "Ford=ford"])
  }
}
