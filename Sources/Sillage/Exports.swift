// The rooms whose types stand in the façade's interface come with it, so that a user imports Sillage and nothing else.

@_exported public import Diagnostics
@_exported public import GraphModel
@_exported public import ResultFormats
