extension CueTable {
  /// What makes a known form mean something else.
  static let standardCounterWords: [CounterWords] = [
    CounterWords(
      "alpine",
      before: list("conduite randonnée station stations flore faune route prairie prairies vallée zone république arc chaîne chèvre"),
      after: list(
        """
        botany gentian pasture pastures meadow meadows ski skiing skier skiers roads road pass passes flora fauna village \
        villages valley valleys climate garden gardens lake lakes hut huts club plants plant linux electronics town \
        resort resorts region air coaster hiking climbing winter summer landscape convention goat ibex chough choughs
        """),
      near: list("gentian gentiane edelweiss botaniste botanistes chamois marmotte marmottes docker")),
    CounterWords(
      "ampere", before: list("marie nvidia"),
      after: list("computing altra gpu hours hour heure heures"),
      near: list("nvidia rtx geforce physicien physicist électromagnétisme electromagnetism coulomb solénoïde")),
    CounterWords(
      "dacia", before: list("roman"), after: list("felix malvensis porolissensis superior inferior ripensis"),
      near: list("trajan trajane décébale decebalus daces dacian dacians romaine roman province empire légion legion")),
    CounterWords(
      "cleon",
      near: list(
        """
        thucydide thucydides aristophane aristophanes athènes athens athénien athénienne athenian périclès pericles \
        démagogue demagogue sparte sparta nicias sphactérie
        """)),
    CounterWords(
      "tesla", before: list("nikola"), after: list("society coil coils bobine"),
      near: list("nikola magnetic magnétique irm mri transformateur scanner")),
    CounterWords(
      "spring", before: list("this last next early late since every each until coil"),
      after: list("break boot framework rolls water cleaning onion onions season semester")),
    CounterWords("seal", before: list("grey harbour elephant fur rubber oil door"), near: list("seals marina harbour sea")),
    CounterWords("leaf", before: list("wet fallen maple falling"), near: list("tree trees autumn leaves branch")),
    CounterWords("golf", before: list("mini"), after: list("club course courses miniature")),
    CounterWords("dolphin", near: list("sea swim swimming ferry dolphins harbour")),
    CounterWords("horse", before: list("one two wild white sea"), after: list("race races racing riding power box")),
    CounterWords("seat", before: list("child back front rear driver passenger window one two four five seven")),
    CounterWords("smart", after: list("phone city grid cities home charging cruise tv watch meter card")),
    CounterWords("mini", after: list("golf bus series série van jupe")),
    CounterWords(
      "master", before: list("harbour web chess"), after: list("class classes degree plan recherche professionnel of en")),
    CounterWords("rafale", before: list("dassault"), after: list("marine"), near: list("dassault avion avions armée fighter vent")),
    CounterWords("dieppe", near: list("brunswick acadie acadien acadienne acadian")),
    CounterWords("lion", near: list("savane zoo crinière safari mane lyon lions")),
    CounterWords("alliance", before: list("une cette triple sainte"), after: list("française atlantique renewable")),
    CounterWords("a310", before: list("airbus"), near: list("airbus boeing avion aircraft airliner")),
    CounterWords("a390", before: list("airbus"), near: list("airbus boeing")),
    CounterWords("acc", near: list("cruise régulateur lane")),
    CounterWords("app", before: list("companion mobile phone")),
    CounterWords("clio", near: list("muse muses calliope")),
    CounterWords("espace", before: list("cet"), after: list("vert verts public aérien schengen vie coworking bien")),
    CounterWords("trafic", after: list("aérien ferroviaire routier maritime")),
    CounterWords("duo", before: list("en")),
    CounterWords("mobilize", after: list("resources troops suppliers support investors voters")),
    CounterWords("indra", near: list("dieu hindou deity")),
    CounterWords("suez", before: list("canal"), near: list("égypte egypt")),
    CounterWords("lotus", after: list("flower flowers position")),
    CounterWords("polo", before: list("water"), after: list("shirt shirts")),
  ]
}
