import Diagnostics
import GraphFiles
import GraphModel
import Testing

@Suite struct ReadingTests {
  let records = SampleProject.read(SampleProject.files).records

  @Test func `entities keep their values as the schema types them`() throws {
    #expect(records.entities.map(\.id.value) == ["motor-7dl", "motor-6am", "art-foreign", "ana", "cleon-plant", "renault-group"])
    let plant = try #require(records.entities.first { $0.id.value == "cleon-plant" })
    #expect(plant.types.map(\.value) == ["PowertrainPlant"])
    #expect(plant.name.value == "Cléon plant")
    #expect(plant.aliases.map(\.value) == ["Cléon", "usine de Cléon"])
    let properties = plant.properties.map { "\($0.name.value)=\($0.value)" }
    #expect(
      properties == [
        #"opened=string("1958")"#, "headcount=integer(3146)", "share_of_output=float(12.5)", "active=boolean(true)",
        #"role=string("electric motors; gearboxes")"#,
      ])
    #expect(plant.provenance.source.value == "jde")
    #expect(plant.provenance.asOf?.text == "2025-09-24")
    #expect(plant.provenance.confidence == .high)
    let group = try #require(records.entities.last)
    #expect(group.types.map(\.value) == ["Group", "Brand"])
    #expect(group.provenance.isGeneralKnowledge && group.provenance.asOf == nil)
    #expect(records.schema.labels(of: ["Group", "Brand"]) == ["Group", "Org", "Brand"])
  }

  @Test func `text stays text`() throws {
    let motor = try #require(records.entities.first { $0.id.value == "motor-6am" })
    #expect(motor.properties.map { "\($0.value)" } == [#"string("012")"#])
    let (found, diagnostics) = SampleProject.read(SampleProject.broken("g/sites.yaml", "country: france", "country: NO"))
    #expect(diagnostics.isEmpty)
    #expect(found.entities.last?.properties.map { "\($0.value)" } == [#"string("NO")"#])
  }

  @Test func `relations have their own source or that of their entity`() {
    let lines = records.relations.map { relation in
      "\(relation.subject.value) \(relation.type) \(relation.object.value) \(relation.status.rawValue) "
        + "\(relation.start?.value.text ?? "") \(relation.end?.value.text ?? "") "
        + "\(relation.provenance.source.value) \(relation.provenance.asOf?.text ?? "") \(relation.provenance.confidence.rawValue)"
    }
    #expect(
      lines == [
        "art-ours about cleon-plant asserted   art-ours 2026-11-22 high",
        "art-ours about motor-7dl asserted   art-ours 2026-11-22 high",
        "art-ours published_by renault-group asserted   art-ours 2026-11-22 high",
        "art-ours authored_by ana asserted   art-ours 2026-11-22 high",
        "cleon-plant operated_by renault-group planned 2023-11 2026-07-01 jde 2026-01 medium",
        "cleon-plant produces motor-7dl asserted   jde 2025-09-24 high",
        "cleon-plant produces motor-6am asserted   jde 2025-09-24 high",
      ])
  }

  @Test func `a relation may be written by its inverse`() throws {
    let (found, diagnostics) = SampleProject.read(
      SampleProject.broken("g/products.yaml", "name: 7DL,", "name: 7DL, relations: [{produced_at: cleon-plant, since: 2026}],"))
    #expect(diagnostics.isEmpty)
    let relation = try #require(found.relations.first { $0.isInverted })
    #expect(relation.type == "produces")
    #expect(relation.subject.value == "cleon-plant" && relation.object.value == "motor-7dl")
  }

  @Test func `claims, links and observations`() {
    #expect(records.claims.map(\.id.value) == ["d1", "c1", "c2", "c3"])
    let last = records.claims[3]
    guard case .literal(.integer(5)) = last.object else {
      Issue.record("\(last.object)")
      return
    }
    #expect(last.isImplied && last.attributedTo?.value == "ana" && last.assertedBy?.value == "ana")
    #expect(last.date?.text == "2025-09-23/")
    #expect(records.claims[1].evidence[0].passage.value == 0..<73)
    #expect(records.claims[2].evidence[0].passage.value == 40..<46)
    #expect(records.claims[2].polarity == .negative)
    #expect(records.claimLinks.map(\.kind) == [.supportedBy, .contradictedBy])
    #expect(records.observations.map { "\($0.value)" } == ["integer(3146)", #"string("5-7")"#])
    #expect(records.articles.map(\.text) == ["\nÀ l’usine, Cléon fabrique le 7DL. 🏎 Et le 6AM.\n"])
  }

  @Test(arguments: [
    ("scalar", "🏎 Et", "35-39"), ("utf8", "🏎 Et", "39-46"), ("utf16", "🏎 Et", "35-40"), ("utf8", "À l’usine", "1-13"),
  ]) func `quotes are found in every unit`(_ unit: String, _ quote: String, _ at: String) {
    var files = SampleProject.broken("g/articles/ours.md", "offsets: scalar", "offsets: \(unit)")
    files["g/articles/ours.md"] = files["g/articles/ours.md"]?
      .split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.contains("d1:") ? "  d1: {ana plays_role: \"=a\", modality: fact, quote: \"\(quote)\", at: \(at)}" : String($0) }
      .joined(separator: "\n")
    #expect(SampleProject.faults(files) == [])
  }

  @Test func `the order in which files are given does not matter`() {
    let files = SampleProject.broken("g/sites.yaml", "operated_by: renault-group", "operatd_by: nobody")
      .map { GraphFile(path: $0.key, bytes: Array($0.value.utf8)) }.sorted { $0.path < $1.path }
    let expected = GraphFileReader.read(files)
    for turn in 1..<files.count {
      let turned = Array(files[turn...] + files[..<turn]).reversed()
      let found = GraphFileReader.read(Array(turned))
      #expect(found.diagnostics == expected.diagnostics)
      #expect(found.records.entities.map(\.id) == expected.records.entities.map(\.id))
      #expect(found.records.relations.map(\.target) == expected.records.relations.map(\.target))
    }
    #expect(expected.diagnostics.count == 2)
  }
}
