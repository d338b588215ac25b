import Diagnostics
import Foundation
import GraphFiles

/// A small project that is right in every line; tests break it.
enum SampleProject {
  static let schema = """
    types:
      Org: {name: Organisation, fr: Organisation}
      Group: {is: Org, name: Group, fr: Groupe, properties: [country]}
      Brand: {is: Org, properties: [country]}
      Site: {name: Site, fr: Site, properties: [opened, role, headcount, share_of_output, active, twin]}
      PowertrainPlant: {is: Site, name: Powertrain plant, fr: Usine de moteurs}
      Product: {properties: [power_kw]}
      Motor: {is: Product}
      Article: {properties: [url, length, sha256, date]}
      Person: {}
    properties:
      opened: {type: date}
      headcount: {type: integer}
      share_of_output: {type: number}
      active: {type: boolean}
      twin: {type: reference}
      url: {type: url}
      length: {type: integer}
      since: {type: date}
    relations:
      produces: {from: Site, to: Product, inverse: produced_at, qualifiers: [since], means: a site makes a product}
      powers: {from: Product, to: Product, inverse: powered_by}
      powered_by: {from: Product, to: Product, inverse: powers}
      operated_by: {from: Site, to: Org, inverse: operates, cardinality: many-to-one, at_a_time: true}
      partner_of: {from: Org, to: Org, symmetric: true, inverse: partner_of}
      about: {from: Article, to: Any}
      published_by: {from: Article, to: Org}
      authored_by: {from: Article, to: Person}
    claim_predicates:
      plays_role: {means: a role that somebody sees in it}
    modalities:
      fact: {means: said as a fact, accepted: true}
      opinion: {means: a judgement}

    """

  static let sites = """
    entities:
      cleon-plant:
        type: PowertrainPlant
        name: Cléon plant
        aliases: [Cléon, usine de Cléon]
        opened: 1958
        headcount: 3146
        share_of_output: 12.5
        active: true
        role: electric motors; gearboxes
        source: jde, 2025-09-24, high
        relations:
          - {operated_by: renault-group, start: 2023-11, end: 2026-07-01, status: planned, source: jde 2026-01 medium}
          - {produces: [motor-7dl, motor-6am], since: 2025, note: "two motors, at least"}
      renault-group: {type: [Group, Brand], name: Renault Group, country: france, source: gk undated high}

    """

  static let products = """
    entities:
      motor-7dl: {type: Motor, name: 7DL, source: jde 2025-09 high}
      motor-6am: {type: Motor, name: 6AM, power_kw: 012, source: jde 2025-09 high}
      art-foreign: {type: Article, name: Pivot, url: "https://example.org/a", length: 80, source: jde 2025-09 high}
      ana: {type: Person, name: Ana, source: gk undated low}
    sources:
      jde: {publisher: Journal, title: "Cléon, berceau", date: 2025-09-24, url: "https://example.org/b"}
    observations:
      - {subject: cleon-plant, property: headcount, value: 3146, unit: people, date: 2025-09-24, source: jde, confidence: high}
      - {id: o002, subject: motor-7dl, property: power, value: 5-7, source: jde}

    """

  static let claims = """
    article: art-foreign
    asserted_by: ana
    date: 2025-09-23/
    claims:
      c1: {cleon-plant produces: motor-7dl, modality: fact, quote: "un moteur 7DL", at: 19-32, in: 0-73}
      c2: {motor-7dl produced_at: cleon-plant, modality: opinion, polarity: negative, quote: "né ici", at: 40-46}
      c3: {cleon-plant plays_role: "=5", modality: fact, attributed_to: ana, implied: true, quote: "cinq", at: 50-54}
    links:
      - {c1: supported_by, target: motor-7dl, source: jde 2026-11-22 high, note: line opened}
      - {c2: contradicted_by, target: c1, source: jde 2026-11-22 high}

    """

  static let article = """
    ---
    id: art-ours
    title: Trois moteurs
    type: Article
    language: fr
    date: 2026-11-22
    publisher: renault-group
    author: ana
    about: [cleon-plant, motor-7dl]
    offsets: scalar
    asserted_by: ana
    claims:
      d1: {cleon-plant produces: motor-7dl, modality: fact, quote: "Cléon fabrique le 7DL", at: 12-33}
    ---

    À l’usine, Cléon fabrique le 7DL. 🏎 Et le 6AM.

    """

  static let files = [
    "g/schema.yaml": schema, "g/sites.yaml": sites, "g/products.yaml": products, "g/claims.yaml": claims,
    "g/articles/ours.md": article,
  ]

  /// The project with one text replaced by another, once.
  static func broken(_ path: String, _ old: String, _ new: String) -> [String: String] {
    var files = files
    guard let text = files[path], let range = text.range(of: old) else { return [:] }
    files[path] = text.replacingCharacters(in: range, with: new)
    return files
  }

  static func read(_ files: [String: String]) -> (records: GraphRecords, diagnostics: [Diagnostic]) {
    GraphFileReader.read(files.map { GraphFile(path: $0.key, bytes: Array($0.value.utf8)) })
  }

  /// Each fault as `CODE path:line:column message [text under the carets] {label} (hint)`.
  static func faults(_ files: [String: String]) -> [String] {
    read(files).diagnostics.map { diagnostic in
      let source = SourceText(name: diagnostic.source, text: files[diagnostic.source] ?? "")
      let place = source.place(of: diagnostic.span.start)
      var line = "\(diagnostic.code) \(diagnostic.source):\(place.line):\(place.column) \(diagnostic.message)"
      line += " [\(source[diagnostic.span])]"
      if let label = diagnostic.label { line += " {\(label)}" }
      for note in diagnostic.notes {
        let at = SourceText(name: note.source, text: files[note.source] ?? "").place(of: note.span.start)
        line += " <\(note.message) \(note.source):\(at.line):\(at.column)>"
      }
      if let hint = diagnostic.hint { line += " (\(hint))" }
      return line
    }
  }
}
