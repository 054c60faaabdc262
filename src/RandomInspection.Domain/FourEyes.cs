using System.Collections.Immutable;

namespace RandomInspection;

/// <summary>四眼：the person of a step must not be the one of an earlier step of the same matter.</summary>
/// <param name="Chinese">Whose step it must not be, in Chinese.</param>
/// <param name="English">The same in English.</param>
/// <param name="Refusal">How it is refused otherwise.</param>
/// <param name="Events">The names of the earlier events of the same stream whose actors are meant; empty where the stream does not tell.</param>
/// <remarks>The array compares by reference. Source: 沈政办发〔2020〕19号 四(二).</remarks>
public sealed record FourEyes(string Chinese, string English, RefusalDefinition Refusal, params ImmutableArray<string> Events);
