// The rooms whose types stand in the façade's interface come with it, so that a user imports Sillage and nothing else.

@_exported public import Diagnostics
@_exported public import GraphModel
@_exported public import ResultFormats

@_exported public import struct CypherEngine.ChangeCounts
@_exported public import protocol CypherEngine.ProcedureCatalog
@_exported public import struct CypherEngine.ProcedureError
@_exported public import protocol CypherPlanner.ProcedureDirectory
@_exported public import struct CypherPlanner.ProcedureSignature
@_exported public import enum CypherPlanner.Rule
@_exported public import enum CypherPlanner.ValueType
@_exported public import enum Diagrams.DiagramEngine
@_exported public import enum Diagrams.DiagramKind
@_exported public import enum Diagrams.DiagramLanguage
@_exported public import struct Diagrams.DiagramLimits
@_exported public import struct Diagrams.DiagramStyle
@_exported public import struct Diagrams.DiagramTheme
@_exported public import struct Strategy.Contradiction
@_exported public import struct Strategy.Gap
@_exported public import struct Strategy.GapRules
@_exported public import struct Strategy.GraphDifference
@_exported public import struct Strategy.Ledger
@_exported public import struct Strategy.LedgerVerdict
@_exported public import struct Strategy.Promise
@_exported public import struct Strategy.PromiseRules
@_exported public import struct Strategy.TimeFrame
@_exported public import struct Strategy.Timeline
