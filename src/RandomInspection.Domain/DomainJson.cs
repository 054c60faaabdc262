using System.Text.Json.Serialization;
using RandomInspection.Inspections;
using RandomInspection.Planning;

namespace RandomInspection;

/// <summary>How the small documents read and write that this library keeps besides events.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(JointVisitDocument.Line[]))]
[JsonSerializable(typeof(VisitDays.Document))]
[JsonSerializable(typeof(DrawWorkflow.ChoicesInRecord))]
[JsonSerializable(typeof(TaskWorkflow.CriteriaInRecord))]
internal sealed partial class DomainJson : JsonSerializerContext;
