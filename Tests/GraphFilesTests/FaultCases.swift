extension FaultCase {
  static let all = entities + fileKinds + relations + claims + schema + yaml

  private static let sites = "g/sites.yaml"
  private static let products = "g/products.yaml"
  private static let schemaFile = "g/schema.yaml"
  private static let claimFile = "g/claims.yaml"
  private static let ours = "g/articles/ours.md"

  static let entities = [
    FaultCase(
      sites, "    type: PowertrainPlant\n", "",
      "E406 g/sites.yaml:2:3 the entity `cleon-plant` needs `type` [cleon-plant]"),
    FaultCase(
      sites, "    name: Cléon plant\n", "",
      "E406 g/sites.yaml:2:3 the entity `cleon-plant` needs `name` [cleon-plant]"),
    FaultCase(
      sites, "    name: Cléon plant\n", "    name:\n",
      "E406 g/sites.yaml:4:10 `name` has no value [] (leave the key out where nothing is known)"),
    FaultCase(
      sites, "    source: jde, 2025-09-24, high\n", "",
      "E406 g/sites.yaml:2:3 the entity `cleon-plant` needs `source` [cleon-plant]"),
    FaultCase(
      sites, "cleon-plant:", "Cléon_Plant:",
      "E408 g/sites.yaml:2:3 `Cléon_Plant` is no id [Cléon_Plant] {did you mean `cleon-plant`?} (an id is lower case letters, digits and single hyphens)"),
    FaultCase(
      sites, "renault-group: {type", "motor-7dl: {type",
      "E415 g/articles/ours.md:7:12 no entity `renault-group` [renault-group]",
      "E415 g/sites.yaml:13:23 no entity `renault-group` [renault-group]",
      "E409 g/sites.yaml:15:3 the id `motor-7dl` is taken [motor-7dl] <first defined here g/products.yaml:2:3> (one node for one thing: merge the two, or give this one another id)"),
    FaultCase(
      sites, "PowertrainPlant", "PowertrainPlan",
      "E412 g/sites.yaml:3:11 no type `PowertrainPlan` [PowertrainPlan] {did you mean `PowertrainPlant`?} (the types are in g/schema.yaml)"),
    FaultCase(
      sites, "opened: 1958", "openned: 1958",
      "E424 g/sites.yaml:6:5 PowertrainPlant has no property `openned` [openned] {did you mean `opened`?}"),
    FaultCase(
      sites, "opened: 1958", "operated_by: renault-group",
      "E424 g/sites.yaml:6:5 PowertrainPlant has no property `operated_by` [operated_by] (`operated_by` is a relationship type: write it under `relations`)"),
    FaultCase(
      sites, "opened: 1958", "opened: 2025-13",
      "E420 g/sites.yaml:6:18 `2025-13` is no date: there is no month 13 [13]"),
    FaultCase(
      sites, "opened: 1958", "opened: \"2025-02-30\"",
      "E420 g/sites.yaml:6:22 `2025-02-30` is no date: February 2025 has 28 days [30]"),
    FaultCase(
      sites, "headcount: 3146", "headcount: 3 146",
      "E423 g/sites.yaml:7:16 `headcount` is an integer such as 3146, and `3 146` is not [3 146]"),
    FaultCase(
      sites, "share_of_output: 12.5", "share_of_output: 12,5",
      "E423 g/sites.yaml:8:22 `share_of_output` is a number such as 12.5, and `12,5` is not [12,5]"),
    FaultCase(
      sites, "active: true", "active: yes",
      "E423 g/sites.yaml:9:13 `active` is `true` or `false`, and `yes` is not [yes]"),
    FaultCase(
      sites, "active: true", "twin: motor-7dk",
      "E415 g/sites.yaml:9:11 no entity `motor-7dk` [motor-7dk] {did you mean `motor-7dl`?}"),
    FaultCase(
      products, "\"https://example.org/a\"", "example.org",
      "E423 g/products.yaml:4:50 `url` is an address that begins with http:// or https://, and `example.org` is not [example.org]"),
    FaultCase(
      sites, "jde, 2025-09-24, high", "jde high",
      "E426 g/sites.yaml:11:13 `source` is three words: a source, a date, a confidence [jde high] {2 words} (such as `jde 2025-09-24 high`; `undated` where no date is known)"),
    FaultCase(
      sites, "jde, 2025-09-24, high", "jdd, 2025-09-24, high",
      "E416 g/sites.yaml:11:13 no source `jdd` [jdd] {did you mean `jde`?} (list it under `sources`, or say `gk` for general knowledge)"),
    FaultCase(
      sites, "jde, 2025-09-24, high", "jde, 2025-09-31, hihg",
      "E420 g/sites.yaml:11:26 `2025-09-31` is no date: September 2025 has 30 days [31]",
      "E422 g/sites.yaml:11:30 no confidence `hihg` [hihg] {did you mean `high`?} (one of high, medium, low)"),
    FaultCase(
      sites, "aliases: [Cléon, usine de Cléon]", "aliases: {a: b}",
      "E405 g/sites.yaml:5:14 `aliases` is text, and here it is a map [{a]"),
    FaultCase(
      products, "{publisher: Journal, title", "{publisher: Journal, titel",
      "E406 g/products.yaml:7:3 the source `jde` needs `title` [jde]",
      "E407 g/products.yaml:7:29 the source `jde` has no `titel` [titel] {did you mean `title`?}"),
    FaultCase(
      products, "value: 3146, unit", "unit",
      "E406 g/products.yaml:9:6 an observation needs `value` [subject]"),
    FaultCase(
      products, "subject: cleon-plant", "subject: Cléon",
      "E415 g/products.yaml:9:15 no entity `Cléon` [Cléon] {did you mean `cleon-plant`?}"),
    FaultCase(
      products, "value: 5-7, source: jde", "value: 5-7, source: jdf, confidence: sure",
      "E416 g/products.yaml:10:73 no source `jdf` [jdf] {did you mean `jde`?} (list it under `sources`, or say `gk` for general knowledge)",
      "E422 g/products.yaml:10:90 no confidence `sure` [sure] (one of high, medium, low)"),
    FaultCase(
      products, "id: o002", "id: jde",
      "E409 g/products.yaml:10:10 the id `jde` is taken [jde] <first defined here g/products.yaml:7:3> (one node for one thing: merge the two, or give this one another id)"),
    FaultCase(
      products, "entities:", "entites:",
      "E407 g/products.yaml:1:1 the file has no `entites` [entites] {did you mean `entities`?}"),
  ]

  static let fileKinds = [
    FaultCase(
      claimFile, "article: art-foreign\nasserted_by: ana", "artcle: art-foreign",
      "E404 g/claims.yaml:1:1 nothing tells what this file holds [artcle] {did you mean `article`?} (begin with `entities`, `sources`, `observations`, `verdicts`, `cues`, `mentions`, or `article` and `claims`)"),
    FaultCase(
      claimFile, "article: art-foreign\nasserted_by", "article: art-foreign\nentities: {}\nasserted_by",
      "E407 g/claims.yaml:2:1 the file has no `entities` [entities] (known here: article, date, offsets, asserted_by, claims, links)"),
  ]

  static let relations = [
    FaultCase(
      sites, "operated_by: renault-group", "operatd_by: renault-group",
      "E413 g/sites.yaml:13:10 no relationship type `operatd_by` [operatd_by] {did you mean `operated_by`?} (the relationship types are in g/schema.yaml)"),
    FaultCase(
      sites, "operated_by: renault-group", "operated_by: renault-grp",
      "E415 g/sites.yaml:13:23 no entity `renault-grp` [renault-grp] {did you mean `renault-group`?}"),
    FaultCase(
      sites, "operated_by: renault-group", "operated_by: motor-7dl",
      "E419 g/sites.yaml:13:23 `operated_by` ends at an Org, and `motor-7dl` is a Motor [motor-7dl]"),
    FaultCase(
      sites, "operated_by: renault-group", "operates: renault-group",
      "E418 g/sites.yaml:13:20 `operated_by` begins at a Site, and `renault-group` is a Group [renault-group] (the other way round it fits: `operated_by: renault-group`)"),
    FaultCase(
      sites, "operated_by: renault-group", "powers: motor-7dl",
      "E418 g/sites.yaml:13:10 `powers` begins at a Product, and `cleon-plant` is a PowertrainPlant [powers]"),
    FaultCase(
      sites, "start: 2023-11", "start: 2026-08",
      "E421 g/sites.yaml:13:45 the relation starts after its end [2026-08] {`2026-08` is after `2026-07-01`} <it ends here g/sites.yaml:13:59>"),
    FaultCase(
      sites, "start: 2023-11", "start: 2023-1",
      "E420 g/sites.yaml:13:50 `2023-1` is no date: a month has two digits, `01` [1]"),
    FaultCase(
      sites, "status: planned", "status: planed",
      "E422 g/sites.yaml:13:79 no status `planed` [planed] {did you mean `planned`?} (one of asserted, planned, reported, claimed, ended, ended-planned)"),
    FaultCase(
      sites, "end: 2026-07-01", "end_source: jde 2026-01 high",
      "E406 g/sites.yaml:13:66 `end_source` needs an `end`, or a `status` that says it has one [jde 2026-01 high] (it says who told of the end and when, such as `end: 2025-12-12, end_source: jde 2025-12-13 high`)"),
    FaultCase(
      sites, "end: 2026-07-01", "end: 2026-07-01, end_source: jdf 2026-01 high",
      "E416 g/sites.yaml:13:83 no source `jdf` [jdf] {did you mean `jde`?} (list it under `sources`, or say `gk` for general knowledge)"),
    FaultCase(
      sites, "end: 2026-07-01", "end: 2026-07-01, start_source: jde 2026-02 high",
      "E421 g/sites.yaml:13:85 `start_source` is later than `source` [jde 2026-02 high] {`2026-02` is after `2026-01`} (`start_source` is who said it first; who tells of the end is `end_source`)"),
    FaultCase(
      sites, "since: 2025", "sinse: 2025",
      "E425 g/sites.yaml:14:44 `produces` has no qualifier `sinse` [sinse] {did you mean `since`?}"),
    FaultCase(
      sites, "\"two motors, at least\"", "two motors, at least",
      "E425 g/sites.yaml:14:75 `produces` has no qualifier `at least` [at least] (put a text that holds a comma in quotes)"),
    FaultCase(
      sites, "[motor-7dl, motor-6am]", "[motor-7dl, motor-7dl]",
      "E431 g/sites.yaml:14:32 `cleon-plant produces motor-7dl` is stated twice [motor-7dl] <first here g/sites.yaml:14:21> (keep one, or tell them apart by `start`, `end` or a qualifier)"),
    FaultCase(
      sites, "jde 2026-01 medium", "jdf 2026-01 medium",
      "E416 g/sites.yaml:13:96 no source `jdf` [jdf] {did you mean `jde`?} (list it under `sources`, or say `gk` for general knowledge)"),
    FaultCase(
      products, "motor-7dl: {type: Motor, name: 7DL, source: jde 2025-09 high}\n  motor-6am: {", "motor-7dl: {type: Motor, name: 7DL, source: gk 2025 low, relations: [{powers: motor-6am}]}\n" + "  motor-6am: {relations: [{powered_by: motor-7dl}], ",
      "E432 g/products.yaml:3:40 `motor-6am powered_by motor-7dl` repeats a relation from its other side [motor-7dl] <stated here g/products.yaml:2:81> (state it once; queries find it from both sides)"),
    FaultCase(
      sites, "country: france,", "relations: [{partner_of: acme}]}\n  acme: {type: Brand, name: Acme, relations: [{partner_of: renault-group}],",
      "E406 g/sites.yaml:15:3 the entity `renault-group` needs `source` [renault-group]",
      "E432 g/sites.yaml:16:60 `acme partner_of renault-group` repeats a relation from its other side [renault-group] <stated here g/sites.yaml:15:87> (state it once; queries find it from both sides)"),
    FaultCase(
      products, "motor-6am: {type: Motor, name: 6AM,", "motor-6am: {type: Motor, name: 6AM, relations: [{powers: motor-7dl}, {produced_at: cleon-plant, since: 2025}],",
      "E431 g/sites.yaml:14:32 `cleon-plant produces motor-6am` is stated twice [motor-6am] <first here g/products.yaml:3:86> (keep one, or tell them apart by `start`, `end` or a qualifier)"),
    FaultCase(
      sites, "- {operated_by: renault-group, start: 2023-11", "- {start: 2023-11",
      "E413 g/sites.yaml:13:10 no relationship type `start` [start] (the relationship type and its object come first)"),
  ]

  static let claims = [
    FaultCase(
      claimFile, "article: art-foreign", "article: art-foreing",
      "E430 g/claims.yaml:1:10 no article `art-foreing` [art-foreing] {did you mean `art-foreign`?} (an article is an entity, or a Markdown file with front matter)"),
    FaultCase(
      claimFile, "article: art-foreign", "article: motor-7dl",
      "E430 g/claims.yaml:1:10 `motor-7dl` is a Motor and no article [motor-7dl]"),
    FaultCase(
      claimFile, "asserted_by: ana", "asserted_by: anna",
      "E415 g/claims.yaml:2:14 no entity `anna` [anna] {did you mean `ana`?}"),
    FaultCase(
      claimFile, "cleon-plant produces", "cleon-plant prodduces",
      "E414 g/claims.yaml:5:20 no claim predicate `prodduces` [prodduces] {did you mean `produces`?} (a relationship type, its inverse, or one of `claim_predicates` in the schema)"),
    FaultCase(
      claimFile, "cleon-plant produces", "cleonplant produces",
      "E415 g/claims.yaml:5:8 no entity `cleonplant` [cleonplant] {did you mean `cleon-plant`?}"),
    FaultCase(
      claimFile, "cleon-plant produces", "cleon-plant",
      "E405 g/claims.yaml:5:8 a claim begins with its subject and its predicate [cleon-plant] {one word} (such as `cleon-plant produces: motor-7dl`)"),
    FaultCase(
      claimFile, "modality: fact", "modality: facts",
      "E422 g/claims.yaml:5:51 no modality `facts` [facts] {did you mean `fact`?} (one of fact, opinion)"),
    FaultCase(
      claimFile, "polarity: negative", "polarity: no",
      "E422 g/claims.yaml:6:73 no polarity `no` [no] (one of positive, negative)"),
    FaultCase(
      claimFile, "at: 19-32", "at: 19-31",
      "E429 g/claims.yaml:5:85 the quote is 13 long, and its offsets hold 12 [19-31] {in the unit `scalar`} <the quote g/claims.yaml:5:64>"),
    FaultCase(
      claimFile, "at: 19-32", "at: 19",
      "E429 g/claims.yaml:5:85 `19` is no pair of offsets [19] (such as `19-54`)"),
    FaultCase(
      claimFile, "at: 19-32, in: 0-73", "at: 19-32, in: 20-73",
      "E429 g/claims.yaml:5:96 the passage does not hold the quote [20-73] <the quote is here g/claims.yaml:5:85>"),
    FaultCase(
      claimFile, "at: 19-32, in: 0-73", "at: 19-32, in: 0-81",
      "E429 g/claims.yaml:5:96 the article has 80 code points, and the passage ends at 81 [0-81]"),
    FaultCase(
      claimFile, "\"né ici\", at: 40-46", "\"un deux trois quatre cinq six sept l’huit neuf\", at: 0-46",
      "E427 g/claims.yaml:6:90 a quote of 9 words from a text that is not ours [\"un deux trois quatre cinq six sept l’huit neuf\"] (at most 8: quote the words that carry the claim, and give the rest as `in`)"),
    FaultCase(
      claimFile, "{c1: supported_by", "{c9: suported_by",
      "E417 g/claims.yaml:9:6 no claim `c9` [c9] {did you mean `c1`, `c2` or `c3`?}",
      "E422 g/claims.yaml:9:10 no kind of link `suported_by` [suported_by] {did you mean `supported_by`?} (one of supported_by, nuanced_by, superseded_by, contradicted_by)"),
    FaultCase(
      claimFile, "target: motor-7dl", "target: motor-7dk",
      "E415 g/claims.yaml:9:32 no entity `motor-7dk` [motor-7dk] {did you mean `motor-7dl`?}"),
    FaultCase(
      claimFile, "c2: {", "c1: {",
      "E403 g/claims.yaml:6:3 the key `c1` stands twice [c1] <first here g/claims.yaml:5:3>",
      "E417 g/claims.yaml:10:6 no claim `c2` [c2] {did you mean `c1` or `c3`?}"),
    FaultCase(
      claimFile, "\"=5\"", "5",
      "E415 g/claims.yaml:7:32 no entity `5` [5] (a literal is written `\"=5\"`)"),
    FaultCase(
      ours, "at: 12-33", "at: 11-32",
      "E428 g/articles/ours.md:13:93 the quote does not stand at 11 of the article [11-32] {there stands “ Cléon fabrique le 7D”} <the quote g/articles/ours.md:13:64> (it stands at `at: 12-33`)"),
    FaultCase(
      ours, "at: 12-33", "at: 12-320",
      "E428 g/articles/ours.md:13:93 the offsets end at 320, and the text at 48 [12-320] (it stands at `at: 12-33`)"),
    FaultCase(
      ours, "\"Cléon fabrique le 7DL\"", "\"Cleon fabrique le 7DL\"",
      "E428 g/articles/ours.md:13:93 the quote does not stand at 12 of the article [12-33] {there stands “Cléon fabrique le 7DL”} <the quote g/articles/ours.md:13:64> (these words do not stand in the article; “Cléon fabrique le 7DL” stands at `at: 12-33`)"),
    FaultCase(
      ours, "\"Cléon fabrique le 7DL\"", "\"Douai assemble la R5 E\"",
      "E428 g/articles/ours.md:13:94 the quote does not stand at 12 of the article [12-33] {there stands “Cléon fabrique le 7DL”} <the quote g/articles/ours.md:13:64> (these words do not stand in the article; check apostrophes and spaces)"),
    FaultCase(
      ours, "at: 12-33", "at: 12-33, prefix: \"usine, \", suffix: \" !\"",
      "E428 g/articles/ours.md:13:108 the quote stands at 12, but not between its prefix and suffix [\"usine, \"] <the quote g/articles/ours.md:13:64> (it stands at `at: 12-33`)"),
    FaultCase(
      claimFile, "at: 19-32", "at: 19-32, stage: anounced, due: 2027-13",
      "E422 g/claims.yaml:5:99 no stage `anounced` [anounced] {did you mean `announced`?} (one of rumoured, announced, confirmed, under-way, done, postponed, dropped)",
      "E420 g/claims.yaml:5:119 `2027-13` is no date: there is no month 13 [13]"),
    FaultCase(
      claimFile, "at: 19-32, in: 0-73", "at: 19-32, in: 0-73, evidence: [{article: art-foriegn, quote: \"un\", at: 1-3}]",
      "E430 g/claims.yaml:5:123 no article `art-foriegn` [art-foriegn] {did you mean `art-foreign`?} (an article is an entity, or a Markdown file with front matter)"),
    FaultCase(
      claimFile, "quote: \"un moteur 7DL\", at: 19-32, in: 0-73", "evidence: []",
      "E406 g/claims.yaml:5:3 the claim `c1` needs a quote [c1] (such as `quote: …, at: 19-54`)"),
    FaultCase(
      "g/products.yaml", "date: 2025-09-24, url: \"https://example.org/b\"}", "date: 2025-09-24, origin: reuters}",
      "E416 g/products.yaml:7:80 no source or article `reuters` [reuters] (an origin is the source whose text this one repeats; its own id says that it repeats none)"),
    FaultCase(
      ours, "language: fr\n", "",
      "E406 g/articles/ours.md:1:1 front matter needs `language` [---]"),
    FaultCase(
      ours, "author: ana", "autor: ana",
      "E407 g/articles/ours.md:8:1 front matter has no `autor` [autor] {did you mean `author`?}"),
    FaultCase(
      ours, "about: [cleon-plant, motor-7dl]", "about: [cleon-plant, motor-7dm]",
      "E415 g/articles/ours.md:9:22 no entity `motor-7dm` [motor-7dm] {did you mean `motor-7dl` or `motor-6am`?}"),
    FaultCase(
      ours, "---\nid", "id",
      "E404 g/articles/ours.md:1:1 the article has no front matter [] (begin with a line `---`, then `id`, `title`, `type`, `language` and `date`, then a line `---`)"),
  ]

  static let schema = [
    FaultCase(
      schemaFile, "{is: Site, name: Powertrain", "{is: Sites, name: Powertrain",
      "E412 g/schema.yaml:6:25 no type `Sites` [Sites] {did you mean `Site`?}"),
    FaultCase(
      schemaFile, "Site: {name: Site", "Site: {is: PowertrainPlant, name: Site",
      "E411 g/schema.yaml:5:14 `Site` is its own supertype [PowertrainPlant]",
      "E411 g/schema.yaml:6:25 `PowertrainPlant` is its own supertype [Site]"),
    FaultCase(
      schemaFile, "produces: {from: Site, to: Product", "produces: {from: Site, to: Produt",
      "E412 g/schema.yaml:21:30 no type `Produt` [Produt] {did you mean `Product`?}"),
    FaultCase(
      schemaFile, "inverse: produced_at", "inverse: operates",
      "E414 g/claims.yaml:6:18 no claim predicate `produced_at` [produced_at] (a relationship type, its inverse, or one of `claim_predicates` in the schema)",
      "E411 g/schema.yaml:24:47 `operates` is the inverse of two types [operates] <the other is `produces` g/schema.yaml:21:3>"),
    FaultCase(
      schemaFile, "inverse: powers", "inverse: produces",
      "E411 g/schema.yaml:22:49 the inverse of `powers` has another inverse, `produces` [powered_by] <declared here g/schema.yaml:23:53>",
      "E411 g/schema.yaml:23:53 the inverse of `powered_by` has another inverse, `produced_at` [produces] <declared here g/schema.yaml:21:48>"),
    FaultCase(
      schemaFile, "symmetric: true, ", "",
      "E411 g/schema.yaml:25:45 `partner_of` is its own inverse and not symmetric [partner_of] (say `symmetric: true`)"),
    FaultCase(
      schemaFile, "many-to-one", "n-to-one",
      "E422 g/schema.yaml:24:70 no cardinality `n-to-one` [n-to-one] {did you mean `one-to-one`?} (one of one-to-one, one-to-many, many-to-one, many-to-many)"),
    FaultCase(
      schemaFile, "headcount: {type: integer}", "headcount: {type: int}",
      "E422 g/schema.yaml:13:21 no property type `int` [int] (one of text, integer, number, date, boolean, url, reference)"),
    FaultCase(
      schemaFile, "claim_predicates:", "claim_predicate:",
      "E407 g/schema.yaml:29:1 the schema has no `claim_predicate` [claim_predicate] {did you mean `claim_predicates`?}"),
    FaultCase(
      schemaFile, "  Person: {}", "  person: {}",
      "E412 g/products.yaml:5:15 no type `Person` [Person] {did you mean `person`?} (the types are in g/schema.yaml)",
      "E411 g/schema.yaml:10:3 `person` is no name of a type [person] (written like `PowertrainPlant`)",
      "E412 g/schema.yaml:28:36 no type `Person` [Person] {did you mean `person`?}"),
  ]

  static let yaml = [
    FaultCase(
      sites, "    role:", "\trole:",
      "E402 g/sites.yaml:10:1 a tab in the indentation [\t] (indent with spaces)"),
    FaultCase(
      sites, "    opened: 1958", "   opened: 1958",
      "E402 g/sites.yaml:6:4 a key is expected here [o] <it began here g/sites.yaml:2:3> (keys of one map stand in one column; put text with `: ` or quotes in it in quotes)"),
    FaultCase(
      sites, "    opened: 1958", "    opened 1958",
      "E402 g/sites.yaml:7:5 a line without `:` [h] <it began here g/sites.yaml:6:5> (write `key: value`, and put a text that goes on in quotes)"),
    FaultCase(
      sites, "role: electric motors;", "role: electric: motors;",
      "E402 g/sites.yaml:10:19 a `:` where no key can be [:] (put a text that holds `: ` in quotes)"),
    FaultCase(
      sites, "opened: 1958", "name: again",
      "E403 g/sites.yaml:6:5 the key `name` stands twice [name] <first here g/sites.yaml:4:5>"),
    FaultCase(
      sites, "\"two motors, at least\"", "\"two motors, at least",
      "E402 g/sites.yaml:14:63 a quote that is not closed [\"]"),
    FaultCase(
      sites, "motor-6am], since", "motor-6am, since",
      "E402 g/sites.yaml:14:84 a list in brackets is not closed [}] (a `,` between items, a `]` at the end)"),
    FaultCase(
      sites, "role: electric", "role: &electric",
      "E402 g/sites.yaml:10:11 an anchor, `&…`, is no part of this format [&electric motors; gearboxes] (put a text that begins with `&` in quotes)"),
    FaultCase(
      sites, "role: electric", "role: !electric",
      "E402 g/sites.yaml:10:11 a tag, `!…`, is no part of this format [!electric motors; gearboxes] (put a text that begins with `!` in quotes)"),
    FaultCase(
      sites, "role: electric", "role: *electric",
      "E402 g/sites.yaml:10:11 an alias, `*…`, is no part of this format [*] (put a text that begins with `*` in quotes)"),
    FaultCase(
      sites, "role: electric", "role: electric\u{1}",
      "E401 g/sites.yaml:10:19 a control character [\u{1}] {0x1} (delete it)"),
    FaultCase(
      sites, "name: Cléon plant", "name: 'Cléon' é: plant",
      "E402 g/sites.yaml:4:19 a key is expected here [é] <it began here g/sites.yaml:3:5> (keys of one map stand in one column; put text with `: ` or quotes in it in quotes)"),
    FaultCase(
      sites, "entities:", "- entities:",
      "E405 g/sites.yaml:1:1 the file is a map, and here it is a list [- entities]"),
    FaultCase(
      ours, "title: Trois moteurs", "title: [Trois moteurs",
      "E402 g/articles/ours.md:4:5 a list in brackets is not closed [:] <it began here g/articles/ours.md:3:8> (a `,` between items, a `]` at the end)"),
  ]
}
