using System.Collections.Immutable;

namespace RandomInspection.Exchange;

/// <summary>That a partner's tables have everything there is of a part of a directory, as <see cref="FullList"/> has it.</summary>
/// <param name="Status">What becomes of what is not in them; <c>Left</c> for inspectors, of items nothing but that they are taken out.</param>
/// <param name="Regions">The regions.</param>
/// <param name="Kind">The kind of subjects.</param>
/// <param name="Department">The department.</param>
/// <param name="MostLeaving">How many may leave.</param>
/// <remarks>The array compares by reference.</remarks>
public sealed record FullTable(string Status, ImmutableArray<string> Regions, string? Kind, string? Department, int? MostLeaving);
