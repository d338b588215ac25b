/// Titles that the person in the catalogue cannot bear.
extension Decision {
  /// "Mme Provost", where François Provost is known: the title of a woman before the surname of a man.
  func isOfOtherGender(_ match: Match) -> Bool {
    guard let title = article.word(at: match.first - 1, inSentenceOf: match.first), Self.ofWomen.contains(title.hash) else { return false }
    return !index.hasEntity(match.form) { entity in
      guard catalogue.kinds[entity] == .person, let given = Folding.words(of: catalogue.entries[entity].name).first else { return false }
      return !Self.ofMen.contains(WordHash.of(given))
    }
  }

  private static let ofWomen = WordSet([
    "mme", "madame", "mlle", "mademoiselle", "mrs", "ms", "miss", "lady", "dame", "baroness", "sister", "soeur", "tante", "aunt",
  ])

  /// Given names of men alone.
  private static let ofMen = WordSet(
    [
      "adam", "adrien", "alain", "alan", "albert", "alessandro", "alexander", "alexandre", "alfred", "andreas", "andrew", "andy", "anthony",
      "antoine", "antonio", "antony", "arnaud", "arthur", "bastien", "ben", "benjamin", "benoit", "bernard", "bill", "bob", "bruno", "carl", "carlos",
      "charles", "christian", "christophe", "christopher", "claus", "damien", "dan", "daniel", "daniele", "dave", "david", "denis", "dennis",
      "didier", "dieter", "dominic", "donald", "duncan", "edouard", "edward", "elon", "emmanuel", "enzo", "eric", "erik", "ernesto", "etienne",
      "fabien", "fabio", "fabrice", "federico", "felix", "ferdinand", "fernando", "filippo", "flavio", "florian", "francesco", "francisco", "franck",
      "franco", "francois", "frank", "franz", "fred", "frederic", "gabriel", "georg", "george", "georges", "gerald", "gerard", "gilles", "giorgio",
      "giovanni", "giuseppe", "gregory", "guillaume", "gustav", "guy", "hans", "harald", "harry", "heinz", "helmut", "henri", "henrik", "henry",
      "herbert", "hugo", "ian", "ivan", "jack", "jacques", "jakob", "james", "jan", "jean", "jeff", "jens", "jerome", "jim", "joachim", "joe",
      "johan", "johann", "john", "jonathan", "jorge", "jose", "josep", "joseph", "juan", "juergen", "julien", "karl", "keith", "kevin", "klaus",
      "lars", "laurens", "laurent", "lawrence", "leo", "leon", "lionel", "louis", "luc", "luca", "lucas", "ludovic", "luigi", "luis", "marc",
      "marcel", "marco", "mario", "mark", "markus", "martin", "martino", "mathieu", "matias", "matteo", "matthew", "matthieu", "max", "maxime",
      "michael", "michel", "miguel", "mike", "nicolas", "norbert", "ola", "oliver", "olivier", "oscar", "otto", "pablo", "pascal", "patrick", "paul",
      "pedro", "peter", "philip", "philippe", "pierre", "quentin", "rafael", "ralf", "raphael", "raymond", "remi", "renaud", "rene", "ricardo",
      "richard", "robert", "roberto", "rodolphe", "roger", "roland", "romain", "ronald", "rupert", "samuel", "sebastian", "sebastien", "serge",
      "sergio", "simon", "stefan", "stefano", "stephane", "stephen", "steve", "steven", "sylvain", "theo", "thierry", "thomas", "tim", "tom", "tony",
      "tristan", "victor", "vincent", "vittorio", "walter", "werner", "wilhelm", "william", "wolfgang", "xavier", "yann", "yannick", "yves",
    ])
}
